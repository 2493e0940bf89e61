#include "ui/label/tools/RotatedBoxTool.h"

#include "ui/label/tools/DraftPaint.h"

#include <QKeyEvent>

#include <cmath>

namespace graft::ui {

using annotation::Point;
using annotation::RotatedBox;

// The side, and how far the pointer is off it.
std::optional<RotatedBox> RotatedBoxTool::box() const {
    const double length = annotation::distance(m_from, m_to);
    if (m_stage != Stage::Depth || length == 0)
        return std::nullopt;
    const Point along{(m_to.x - m_from.x) / length, (m_to.y - m_from.y) / length};
    const double depth = (m_pointer.y - m_from.y) * along.x - (m_pointer.x - m_from.x) * along.y;
    if (std::abs(depth) < 1)
        return std::nullopt;
    const Point centre{(m_from.x + m_to.x) / 2 - along.y * depth / 2,
                       (m_from.y + m_to.y) / 2 + along.x * depth / 2};
    return RotatedBox{centre, length, std::abs(depth), std::atan2(along.y, along.x)};
}

bool RotatedBoxTool::press(const Pointer& pointer) {
    m_pointer = annotation::vertexNear(pointer.at, m_editor.extent());
    if (m_stage == Stage::Depth) {
        setDown();
        return true;
    }
    if (m_handles.press(pointer))
        return true;
    m_stage = Stage::Side;
    m_from = m_to = m_pointer;
    return true;
}

void RotatedBoxTool::move(const Pointer& pointer) {
    m_pointer = annotation::vertexNear(pointer.at, m_editor.extent());
    if (m_handles.busy())
        m_handles.move(pointer);
    else if (m_stage == Stage::Side)
        m_to = m_pointer;
}

// A click without a drag selects what lies there.
void RotatedBoxTool::release(const Pointer& pointer) {
    if (m_handles.busy())
        return m_handles.release();
    if (m_stage != Stage::Side)
        return;
    if (annotation::distance(m_from, m_to) >= std::max(1.0, pointer.reach / 2)) {
        m_editor.select({});
        m_stage = Stage::Depth;
        return;
    }
    m_stage = Stage::Nothing;
    m_editor.selectAt(pointer.at, pointer.reach);
}

bool RotatedBoxTool::hover(const Pointer& pointer) {
    m_pointer = annotation::vertexNear(pointer.at, m_editor.extent());
    return m_stage == Stage::Depth;
}

void RotatedBoxTool::setDown() {
    if (const auto result = box(); result && m_editor.add(project::ShapeVerb::Draw, *result))
        m_stage = Stage::Nothing;
}

bool RotatedBoxTool::key(const QKeyEvent& event) {
    if (m_stage != Stage::Depth || (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter))
        return false;
    setDown();
    return true;
}

void RotatedBoxTool::cancel() {
    m_handles.cancel();
    m_stage = Stage::Nothing;
}

QCursor RotatedBoxTool::cursor(const Pointer& pointer) const {
    if (m_stage == Stage::Depth)
        return Qt::CrossCursor;
    return m_handles.cursor(pointer).value_or(Qt::CrossCursor);
}

void RotatedBoxTool::paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const {
    if (m_stage == Stage::Nothing)
        return;
    const QColor color = markOf(marks, m_editor.nextClass()).color;
    if (const auto result = box())
        paintDraft(painter, *result, color, view);
    else
        paintDraft(painter, {m_from, m_to}, color, view, DraftKind::Open);
}

} // namespace graft::ui
