#include "ui/label/tools/SelectTool.h"

#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace graft::ui {

using annotation::Shape;
using project::ShapeVerb;

bool SelectTool::press(const Pointer& pointer) {
    if (m_handles.press(pointer)) {
        if (pointer.modifiers & Qt::AltModifier)
            if (const auto vertex = m_handles.vertex()) {
                m_handles.cancel();
                removeVertex(*vertex);
            }
        return true;
    }
    const auto hit = m_editor.reachableAt(pointer.at, pointer.reach);
    const bool more = pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
    if (!hit) {
        if (!more)
            m_editor.select({});
        return false;
    }
    const ShapeId id = *hit;
    if (more) {
        m_editor.toggle(id);
        return true;
    }
    if (!m_editor.isSelected(id))
        m_editor.select({id});
    m_from = pointer.at;
    m_moving = m_editor.selectedShapes();
    m_boxes.clear();
    for (const Shape& shape : m_moving)
        m_boxes.push_back(annotation::insideOf(annotation::boundingBox(shape.geometry), m_editor.extent()));
    return true;
}

void SelectTool::move(const Pointer& pointer) {
    if (m_handles.busy())
        return m_handles.move(pointer);
    if (m_moving.empty() || (m_moved.empty() && annotation::distance(pointer.at, m_from) < pointer.reach / 2))
        return;
    const annotation::Point step = annotation::stepInside(
        m_boxes, {pointer.at.x - m_from.x, pointer.at.y - m_from.y}, m_editor.extent());
    m_moved = m_moving;
    for (Shape& shape : m_moved)
        shape.geometry = annotation::moved(shape.geometry, step);
    m_editor.setPreview(m_moved);
}

void SelectTool::release(const Pointer&) {
    if (m_handles.busy())
        return m_handles.release();
    const std::vector<Shape> moved = std::move(m_moved);
    m_moved.clear();
    m_moving.clear();
    if (!moved.empty())
        m_editor.change(ShapeVerb::Move, moved);
}

void SelectTool::cancel() {
    m_handles.cancel();
    if (!m_moved.empty())
        m_editor.dropPreview();
    m_moved.clear();
    m_moving.clear();
}

bool SelectTool::doubleClick(const Pointer& pointer) {
    std::optional<Shape> shape = m_editor.single();
    if (!shape)
        return false;
    const auto* vertices = annotation::verticesOf(shape->geometry);
    const auto edge = annotation::edgeAt(shape->geometry, pointer.at, pointer.reach);
    if (!edge || annotation::vertexAt(*vertices, pointer.at, pointer.reach))
        return annotation::contains(shape->geometry, pointer.at);
    shape->geometry = annotation::withVertexInserted(
        shape->geometry, {edge->after, annotation::vertexNear(edge->point, m_editor.extent())});
    m_editor.change(ShapeVerb::Reshape, {*shape});
    return true;
}

bool SelectTool::removeVertex(std::size_t vertex) {
    std::optional<Shape> shape = m_editor.single();
    const auto fewer = shape ? annotation::withoutVertex(shape->geometry, vertex) : std::nullopt;
    m_handles.forgetVertex();
    if (!fewer)
        return false;
    shape->geometry = *fewer;
    return m_editor.change(ShapeVerb::Reshape, {*shape});
}

bool SelectTool::key(const QKeyEvent& event) {
    if (event.key() != Qt::Key_Delete && event.key() != Qt::Key_Backspace)
        return false;
    const auto vertex = m_handles.vertex();
    return vertex && removeVertex(*vertex);
}

QCursor SelectTool::cursor(const Pointer& pointer) const {
    if (const auto handle = m_handles.cursor(pointer))
        return *handle;
    const auto hit = m_editor.reachableAt(pointer.at, pointer.reach);
    if (!hit)
        return Qt::ArrowCursor;
    return m_editor.isSelected(*hit) ? Qt::SizeAllCursor : Qt::PointingHandCursor;
}

// The vertex that Delete would take.
void SelectTool::paint(QPainter& painter, const ClassMarks&, const CanvasView& view) const {
    const auto vertex = m_handles.vertex();
    const std::optional<Shape> shape = m_editor.single();
    const auto* vertices = vertex && shape ? annotation::verticesOf(shape->geometry) : nullptr;
    if (!vertices || *vertex >= vertices->size())
        return;
    painter.setPen(QPen(theme::palette().accent, 2));
    painter.setBrush(theme::palette().onAccent);
    painter.drawEllipse(view((*vertices)[*vertex]), 5.5, 5.5);
}

} // namespace graft::ui
