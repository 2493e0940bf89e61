#include "ui/label/ShapePainter.h"

#include "annotation/HitTest.h"
#include "ui/label/ShapeEditor.h"
#include "ui/theme/Theme.h"

#include <QPainter>

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

QPolygonF ringInView(const annotation::Polygon& polygon, const CanvasView& view) {
    QPolygonF ring;
    for (const annotation::Point& point : polygon.points)
        ring << view(point);
    return ring;
}

/// Of a mask its own frame, which is known without looking at its runs.
annotation::Box quickBox(const Shape& shape) {
    if (const auto* mask = std::get_if<annotation::Mask>(&shape.geometry))
        return {double(mask->x), double(mask->y), double(mask->width), double(mask->height)};
    return annotation::boundingBox(shape.geometry);
}

void paintOutline(QPainter& painter, const Shape& shape, const CanvasView& view) {
    if (const auto* polygon = std::get_if<annotation::Polygon>(&shape.geometry))
        painter.drawPolygon(ringInView(*polygon, view));
    else
        painter.drawRect(view(quickBox(shape)));
}

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
    painter.setBrush(mask ? QBrush(Qt::NoBrush) : QBrush(faint(color, opacity)));
    paintOutline(painter, shape, view);
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
    for (const Shape& shape : editor.shown()) {
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
    const auto square = [&](annotation::Point at) {
        QRectF area(0, 0, kHandleSide, kHandleSide);
        area.moveCenter(view(at));
        painter.drawRect(area);
    };
    if (const auto* box = std::get_if<annotation::Box>(&shape.geometry))
        std::ranges::for_each(annotation::handlesOf(*box), square);
    if (const auto* polygon = std::get_if<annotation::Polygon>(&shape.geometry))
        for (const annotation::Point& vertex : polygon->points)
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
