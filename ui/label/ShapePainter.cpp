#include "ui/label/ShapePainter.h"

#include "annotation/Frame.h"
#include "annotation/Order.h"
#include "annotation/Outline.h"
#include "annotation/PolygonEdit.h"
#include "ui/label/ShapeEditor.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>

namespace graft::ui {

using annotation::Shape;

namespace {

constexpr double kOutline = 1.75;
constexpr double kSelectedOutline = 2.5;
constexpr std::size_t kCrowd = 400; ///< in view, above which outlines are thin and not smoothed, to be fast
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

/// Of a mask its own frame, which is known without looking at its runs.
annotation::Box quickBox(const Shape& shape) {
    if (const auto* mask = std::get_if<annotation::Mask>(&shape.geometry))
        return frameOf(*mask);
    return annotation::boundingBox(shape.geometry);
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

enum class Look { Thin, Plain, Hovered, Selected };

void paintShape(QPainter& painter, const Shape& shape, const QColor& color, const CanvasView& view,
                Look look) {
    const bool mask = std::holds_alternative<annotation::Mask>(shape.geometry);
    const bool strong = look == Look::Hovered || look == Look::Selected;
    if (mask && !strong)
        return; // its pixels say where it is
    const double width = look == Look::Thin ? 1 : look == Look::Selected ? kSelectedOutline : kOutline;
    QPen pen(color, width, mask ? Qt::DashLine : Qt::SolidLine);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    const double opacity = strong ? kSelectedFillOpacity : kFillOpacity;
    const bool fills = !mask && annotation::hasArea(shape.geometry);
    painter.setBrush(fills ? QBrush(faint(color, opacity)) : QBrush(Qt::NoBrush));
    std::visit(Outline{painter, view}, shape.geometry);
}

QColor colorOf(const ClassMarks& marks, ClassId id) {
    const auto found = marks.find(id);
    return found != marks.end() ? found->second.color : theme::palette().secondary;
}

} // namespace

ClassMark markOf(const ClassMarks& marks, ClassId id) {
    const auto found = marks.find(id);
    return found != marks.end() ? found->second : ClassMark{theme::palette().secondary, {}, {}, 0};
}

void paintShapes(QPainter& painter, const ShapeEditor& editor, const ClassMarks& marks,
                 const CanvasView& view, ShapeId hovered, const QRectF& clip) {
    std::vector<const Shape*> plain, named;
    const QRectF wide = clip.adjusted(-kHandleSide, -kHandleSide, kHandleSide, kHandleSide);
    for (const std::size_t i : annotation::drawingOrder(editor.shown())) {
        const Shape& shape = editor.shown()[i];
        if (editor.isSelected(shape.id) || shape.id == hovered)
            named.push_back(&shape);
        else if (view(quickBox(shape)).adjusted(0, 0, 1, 1).intersects(wide))
            plain.push_back(&shape);
    }
    const bool crowded = plain.size() > kCrowd;
    painter.setRenderHint(QPainter::Antialiasing, !crowded);
    for (const Shape* shape : plain)
        paintShape(painter, *shape, colorOf(marks, shape->classId), view, crowded ? Look::Thin : Look::Plain);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Shape* shape : named) {
        const ClassMark mark = markOf(marks, shape->classId);
        paintShape(painter, *shape, mark.color, view,
                   editor.isSelected(shape->id) ? Look::Selected : Look::Hovered);
        if (named.size() <= kMostChips)
            paintChip(painter, mark.name, mark.color, view(quickBox(*shape)), painter.viewport());
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
