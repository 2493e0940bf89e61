#include "ui/label/tools/BrushTool.h"

#include "ui/label/MaskVerbs.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace graft::ui {

using annotation::Shape;
using annotation::Span;

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
    const std::optional<Shape> mask = selectedMask(m_editor);
    Q_EMIT m_editor.strokeGrew(spans, mask ? mask->classId : m_editor.nextClass(), m_kind == Kind::Erase);
}

void BrushTool::release(const Pointer&) {
    std::vector<Span> stroke;
    std::swap(stroke, m_stroke);
    m_last.reset();
    if (m_kind == Kind::Paint)
        paintOn(m_editor, std::move(stroke));
    else
        eraseFrom(m_editor, stroke);
    Q_EMIT m_editor.strokeEnded(); // the picture is made anew from what is stored
}

void BrushTool::cancel() {
    if (!busy())
        return;
    m_stroke.clear();
    m_last.reset();
    Q_EMIT m_editor.strokeEnded();
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
