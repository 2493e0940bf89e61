#include "ui/label/tools/BrushTool.h"

#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace graft::ui {

using annotation::Mask;
using annotation::Shape;
using annotation::Span;
using project::ShapeVerb;

namespace {

bool touches(const Mask& mask, const Mask& stroke) {
    return mask.x < stroke.x + stroke.width && stroke.x < mask.x + mask.width &&
           mask.y < stroke.y + stroke.height && stroke.y < mask.y + mask.height;
}

} // namespace

std::optional<Shape> BrushTool::selectedMask() const {
    std::optional<Shape> shape = m_editor.single();
    return shape && std::holds_alternative<Mask>(shape->geometry) ? shape : std::nullopt;
}

bool BrushTool::press(const Pointer& pointer) {
    m_pointer = pointer.at;
    extend(pointer.at);
    return true;
}

void BrushTool::move(const Pointer& pointer) {
    m_pointer = pointer.at;
    if (busy())
        extend(pointer.at);
}

void BrushTool::extend(annotation::Point to) {
    const annotation::Point centre = annotation::brushCentre(to, m_editor.brushDiameter());
    const std::vector<Span> spans =
        annotation::brushSpans(m_last.value_or(centre), centre, m_editor.brushDiameter(), m_editor.extent());
    m_last = centre;
    m_stroke.insert(m_stroke.end(), spans.begin(), spans.end());
    const std::optional<Shape> mask = selectedMask();
    Q_EMIT m_editor.strokeGrew(spans, mask ? mask->classId : m_editor.nextClass(), m_kind == Kind::Erase);
}

void BrushTool::release(const Pointer&) {
    std::vector<Span> stroke;
    std::swap(stroke, m_stroke);
    m_last.reset();
    m_kind == Kind::Paint ? storePaint(std::move(stroke)) : storeErasing(stroke);
    m_editor.dropPreview(); // the picture is made anew from what is stored
}

void BrushTool::storePaint(std::vector<Span> stroke) {
    if (stroke.empty())
        return;
    if (std::optional<Shape> shape = selectedMask()) {
        shape->geometry = annotation::united(std::get<Mask>(shape->geometry), stroke);
        m_editor.change(ShapeVerb::Paint, {*shape});
        return;
    }
    m_editor.add(ShapeVerb::Paint, annotation::maskFromSpans(std::move(stroke)));
}

// A mask of which nothing is left is removed.
void BrushTool::storeErasing(const std::vector<Span>& stroke) {
    const Mask covered = annotation::maskFromSpans(stroke);
    const std::vector<Span> spans = annotation::spansOf(covered);
    const std::optional<Shape> selected = selectedMask();
    std::vector<Shape> changed;
    std::vector<ShapeId> removed;
    for (Shape& shape : selected ? std::vector{*selected} : m_editor.reachable()) {
        const auto* mask = std::get_if<Mask>(&shape.geometry);
        if (!mask || !touches(*mask, covered))
            continue;
        Mask left = annotation::subtracted(*mask, spans);
        if (annotation::area(left) == annotation::area(*mask))
            continue;
        if (left.runs.empty()) {
            removed.push_back(shape.id);
            continue;
        }
        shape.geometry = std::move(left);
        changed.push_back(shape);
    }
    if (!changed.empty() || !removed.empty())
        m_editor.change(ShapeVerb::Erase, changed, removed);
}

void BrushTool::cancel() {
    if (!busy())
        return;
    m_stroke.clear();
    m_last.reset();
    m_editor.dropPreview();
}

bool BrushTool::hover(const Pointer& pointer) {
    m_pointer = pointer.at;
    return true;
}

bool BrushTool::key(const QKeyEvent& event) {
    if (event.key() != Qt::Key_BracketLeft && event.key() != Qt::Key_BracketRight)
        return false;
    m_editor.resizeBrush(event.key() == Qt::Key_BracketRight);
    return true;
}

QRectF BrushTool::footprint(const CanvasView& view) const {
    const double radius = m_editor.brushDiameter() * view.scale / 2 + 3;
    const QPointF centre = view(annotation::brushCentre(m_pointer, m_editor.brushDiameter()));
    return {centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)};
}

// A light ring on a dark one is seen on every image.
void BrushTool::paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const {
    const QColor color =
        m_kind == Kind::Paint ? markOf(marks, m_editor.nextClass()).color : theme::palette().danger;
    const QRectF ring = footprint(view).adjusted(3, 3, -3, -3);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme::textOn(color), 3));
    painter.drawEllipse(ring);
    painter.setPen(QPen(color, 1.5));
    painter.drawEllipse(ring);
}

} // namespace graft::ui
