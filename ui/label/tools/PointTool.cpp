#include "ui/label/tools/PointTool.h"

#include "annotation/PolygonEdit.h"
#include "ui/label/tools/DraftPaint.h"

namespace graft::ui {

bool PointTool::press(const Pointer& pointer) {
    m_at = annotation::vertexNear(pointer.at, m_editor.extent());
    return true;
}

void PointTool::move(const Pointer& pointer) {
    if (busy())
        press(pointer);
}

void PointTool::release(const Pointer&) {
    if (const auto at = std::exchange(m_at, std::nullopt))
        m_editor.add(project::ShapeVerb::Draw, *at);
}

void PointTool::paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const {
    if (m_at)
        paintAnchors(painter, {*m_at}, markOf(marks, m_editor.nextClass()).color, view);
}

} // namespace graft::ui
