#include "ui/label/ShapePainter.h"

#include "annotation/Frame.h"
#include "annotation/Outline.h"
#include "annotation/PolygonEdit.h"
#include "ui/label/ShapeEditor.h"
#include "ui/theme/Theme.h"

#include <QHash>
#include <QPainter>
#include <QtMath>

#include <algorithm>

namespace graft::ui {

using annotation::Shape;

namespace {

constexpr double kOutline = 1.75;
constexpr double kSelectedOutline = 2.5;
constexpr std::size_t kCrowd = 150; ///< in view, above which outlines are thin and not smoothed, to be fast
constexpr std::size_t kMostChips = 20; ///< more names would hide what they name
constexpr double kHandleSide = 8;
constexpr double kChipHeight = 18;

QColor faint(QColor color, double opacity) {
    color.setAlphaF(float(opacity));
    return color;
}

QPolygonF inView(const std::vector<annotation::Point>& points, const CanvasView& view) {
    QPolygonF result;
    result.reserve(qsizetype(points.size()));
    for (const annotation::Point& point : points)
        result << view(point);
    return result;
}

annotation::Box frameOf(const annotation::Mask& mask) {
    return {double(mask.x), double(mask.y), double(mask.width), double(mask.height)};
}

/// A cross that has the same size at every zoom, with a dot in the middle.
void paintPoint(QPainter& painter, QPointF at) {
    constexpr double kArm = 6;
    painter.drawLine(at - QPointF(kArm, 0), at + QPointF(kArm, 0));
    painter.drawLine(at - QPointF(0, kArm), at + QPointF(0, kArm));
    painter.setBrush(painter.pen().color());
    painter.drawEllipse(at, 2, 2);
}

struct Outline {
    QPainter& painter;
    const CanvasView& view;
    void operator()(const annotation::Box& box) const { painter.drawRect(view(box)); }
    void operator()(const annotation::Polygon& polygon) const {
        painter.drawPolygon(inView(polygon.points, view));
    }
    void operator()(const annotation::Mask& mask) const { painter.drawRect(view(frameOf(mask))); }
    void operator()(const annotation::RotatedBox& box) const {
        painter.drawPolygon(inView(annotation::ringOf(annotation::Geometry(box)), view));
    }
    void operator()(const annotation::Ellipse& ellipse) const {
        painter.save();
        painter.translate(view(ellipse.centre));
        painter.rotate(qRadiansToDegrees(ellipse.angle));
        painter.drawEllipse(QPointF(), ellipse.radiusX * view.scale, ellipse.radiusY * view.scale);
        painter.restore();
    }
    void operator()(const annotation::Polyline& line) const {
        painter.drawPolyline(inView(line.points, view));
    }
    void operator()(const annotation::Point& point) const { paintPoint(painter, view(point)); }
};

enum class Emphasis { Thin, Plain, Hovered, Selected };

void paintShape(QPainter& painter, const Shape& shape, const ShapeColors& colors, const CanvasView& view,
                Emphasis emphasis) {
    const bool mask = std::holds_alternative<annotation::Mask>(shape.geometry);
    const bool strong = emphasis == Emphasis::Hovered || emphasis == Emphasis::Selected;
    const QColor color = colors.of(shape);
    const double width = emphasis == Emphasis::Thin       ? 1
                         : emphasis == Emphasis::Selected ? kSelectedOutline
                                                          : kOutline;
    QPen pen(color, width, mask ? Qt::DashLine : Qt::SolidLine);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    const double opacity = colors.opacity(strong ? kSelectedFillOpacity : kFillOpacity);
    const bool fills = !mask && opacity > 0 && annotation::hasArea(shape.geometry);
    // Edges that lie along the pixels of the screen are sharp, and quicker, without smoothing.
    painter.setRenderHint(QPainter::Antialiasing,
                          emphasis != Emphasis::Thin &&
                              !std::holds_alternative<annotation::Box>(shape.geometry));
    painter.setBrush(fills ? QBrush(faint(color, std::min(opacity, 1.0))) : QBrush(Qt::NoBrush));
    std::visit(Outline{painter, view}, shape.geometry);
}

/// Where there are many, those that are a few pixels large are their boxes, all of one colour at once.
class Crowd {
public:
    Crowd(QPainter& painter, const CanvasView& view) : m_painter(painter), m_view(view) {}

    bool takes(const annotation::Box& box) const {
        return std::max(box.width, box.height) * m_view.scale < kSmall && box.width > 0 && box.height > 0;
    }
    void add(const annotation::Box& box, const QColor& color) { m_boxes[color.rgb()] << m_view(box); }
    void paint() {
        m_painter.setBrush(Qt::NoBrush);
        for (auto boxes = m_boxes.cbegin(); boxes != m_boxes.cend(); ++boxes) {
            m_painter.setPen(QPen(QColor(boxes.key()), 1));
            m_painter.drawRects(*boxes);
        }
    }

private:
    static constexpr double kSmall = 12;
    QPainter& m_painter;
    const CanvasView& m_view;
    QHash<QRgb, QVector<QRectF>> m_boxes;
};

} // namespace

ClassMark markOf(const ClassMarks& marks, ClassId id) {
    const auto found = marks.find(id);
    return found != marks.end() ? found->second : ClassMark{theme::palette().secondary, {}, {}, 0};
}

void paintShapes(QPainter& painter, const ShapeEditor& editor, const ShapeColors& colors,
                 const CanvasView& view, const QRectF& clip) {
    const QRectF wide = clip.adjusted(-kHandleSide, -kHandleSide, kHandleSide, kHandleSide);
    const QPointF from = (wide.topLeft() - view.origin) / view.scale;
    const std::vector<std::size_t> inView =
        editor.index().touching({from.x(), from.y(), wide.width() / view.scale, wide.height() / view.scale});
    const bool crowded = inView.size() > kCrowd;
    painter.setRenderHint(QPainter::Antialiasing, !crowded);
    Crowd crowd(painter, view);
    for (const std::size_t i : inView) {
        const Shape& shape = editor.shown()[i];
        if (std::holds_alternative<annotation::Mask>(shape.geometry) || editor.isPreviewed(shape.id))
            continue; // the pixels of a mask say where it is
        if (crowded && crowd.takes(editor.index().box(i)))
            crowd.add(editor.index().box(i), colors.of(shape));
        else
            paintShape(painter, shape, colors, view, crowded ? Emphasis::Thin : Emphasis::Plain);
    }
    crowd.paint();
}

void paintHighlights(QPainter& painter, const ShapeEditor& editor, const ShapeColors& colors,
                     const CanvasView& view, ShapeId hovered) {
    std::vector<ShapeId> ids = editor.selected();
    if (hovered && !editor.isSelected(hovered))
        ids.push_back(hovered);
    const bool many = ids.size() > kCrowd;
    painter.setRenderHint(QPainter::Antialiasing, !many);
    for (const ShapeId id : ids) {
        const Shape* shape = editor.shownShape(id);
        if (!shape)
            continue;
        const QRectF box = view(annotation::quickBox(shape->geometry));
        if (!box.adjusted(-kHandleSide, -kHandleSide, kHandleSide, kHandleSide)
                 .intersects(painter.viewport()))
            continue;
        const Emphasis strong = editor.isSelected(id) ? Emphasis::Selected : Emphasis::Hovered;
        paintShape(painter, *shape, colors, view, many ? Emphasis::Thin : strong);
        if (ids.size() <= kMostChips) {
            const ClassMark mark = markOf(colors.marks, shape->classId);
            paintChip(painter, mark.name, mark.color, box, painter.viewport());
        }
    }
}

void paintHandles(QPainter& painter, const Shape& shape, const QColor& color, const CanvasView& view) {
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(theme::textOn(color));
    const auto frame = annotation::frameOf(shape.geometry);
    if (const auto knob = annotation::knobOf(shape.geometry, kKnobAway / view.scale)) {
        const QPointF at = view(*knob);
        painter.drawEllipse(at, kHandleSide / 2, kHandleSide / 2);
        painter.drawArc(QRectF(at - QPointF(8, 8), QSizeF(16, 16)), 20 * 16, 140 * 16);
    }
    if (frame)
        for (const annotation::Point& handle : annotation::handlesOf(*frame)) {
            QRectF area(0, 0, kHandleSide, kHandleSide);
            area.moveCenter(view(handle));
            painter.drawRect(area);
        }
    else if (const auto* vertices = annotation::verticesOf(shape.geometry))
        for (const annotation::Point& vertex : *vertices)
            painter.drawEllipse(view(vertex), kHandleSide / 2, kHandleSide / 2);
}

void paintChip(QPainter& painter, const QString& text, const QColor& color, const QRectF& over,
               const QRectF& room) {
    if (text.isEmpty())
        return;
    painter.setFont(theme::font(theme::TextSize::Small, QFont::DemiBold));
    const double width = painter.fontMetrics().horizontalAdvance(text) + 2 * theme::kUnit + 2;
    QRectF chip(over.left() - 1, over.top() - kChipHeight - theme::kUnit, width, kChipHeight);
    if (chip.top() < room.top())
        chip.moveTop(std::max(over.top(), room.top()) + theme::kUnit);
    chip.moveLeft(std::clamp(chip.left(), room.left(), std::max(room.left(), room.right() - width)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(chip, theme::kUnit, theme::kUnit);
    painter.setPen(theme::textOn(color));
    painter.drawText(chip, Qt::AlignCenter, text);
}

} // namespace graft::ui
