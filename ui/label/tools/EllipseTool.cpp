#include "ui/label/tools/EllipseTool.h"

#include "ui/label/tools/DraftPaint.h"

#include <algorithm>
#include <cmath>

namespace graft::ui {

using annotation::Ellipse;
using annotation::Point;

namespace {

Ellipse between(Point a, Point b, bool circle) {
    double width = b.x - a.x, height = b.y - a.y;
    if (circle) {
        const double side = std::min(std::abs(width), std::abs(height));
        width = std::copysign(side, width);
        height = std::copysign(side, height);
    }
    return {{a.x + width / 2, a.y + height / 2}, std::abs(width) / 2, std::abs(height) / 2, 0};
}

} // namespace

bool EllipseTool::press(const Pointer& pointer) {
    if (m_handles.press(pointer))
        return true;
    m_drawing = true;
    m_from = annotation::vertexNear(pointer.at, m_editor.extent());
    return true;
}

void EllipseTool::move(const Pointer& pointer) {
    if (m_handles.busy())
        return m_handles.move(pointer);
    if (!m_drawing || (!m_ellipse && annotation::distance(m_from, pointer.at) < pointer.reach / 2))
        return;
    m_ellipse = between(m_from, annotation::vertexNear(pointer.at, m_editor.extent()),
                        pointer.modifiers & Qt::ShiftModifier);
}

// A click without a drag selects what lies there.
void EllipseTool::release(const Pointer& pointer) {
    if (m_handles.busy())
        return m_handles.release();
    const std::optional<Ellipse> ellipse = m_ellipse;
    m_drawing = false;
    m_ellipse.reset();
    if (!ellipse)
        return m_editor.selectAt(pointer.at, pointer.reach);
    if (ellipse->radiusX > 0 && ellipse->radiusY > 0)
        m_editor.add(project::ShapeVerb::Draw, *ellipse);
}

void EllipseTool::cancel() {
    m_handles.cancel();
    m_drawing = false;
    m_ellipse.reset();
}

QCursor EllipseTool::cursor(const Pointer& pointer) const {
    return m_handles.cursor(pointer).value_or(Qt::CrossCursor);
}

void EllipseTool::paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const {
    if (m_ellipse)
        paintDraft(painter, *m_ellipse, markOf(marks, m_editor.nextClass()).color, view);
}

} // namespace graft::ui
