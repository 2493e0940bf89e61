#include "ui/label/tools/HandleDrag.h"

namespace graft::ui {

using annotation::Box;
using annotation::Handle;
using annotation::Polygon;
using annotation::Shape;

bool HandleDrag::press(const Pointer& pointer) {
    const std::optional<Shape> shape = m_editor.single();
    m_vertexOf = {};
    if (!shape)
        return false;
    if (const auto* box = std::get_if<Box>(&shape->geometry)) {
        const auto handle = annotation::handleAt(*box, pointer.at, pointer.reach);
        if (!handle)
            return false;
        m_handle = *handle;
    } else if (const auto* polygon = std::get_if<Polygon>(&shape->geometry)) {
        const auto vertex = annotation::vertexAt(*polygon, pointer.at, pointer.reach);
        if (!vertex)
            return false;
        m_vertex = *vertex;
        m_vertexOf = shape->id;
    } else {
        return false;
    }
    m_shape = shape;
    return true;
}

void HandleDrag::move(const Pointer& pointer) {
    if (!m_shape)
        return;
    m_result = m_shape;
    if (const auto* box = std::get_if<Box>(&m_shape->geometry))
        m_result->geometry = annotation::resized(*box, m_handle, pointer.at, m_editor.extent());
    else
        m_result->geometry = annotation::withVertexAt(std::get<Polygon>(m_shape->geometry), m_vertex,
                                                      annotation::vertexNear(pointer.at, m_editor.extent()));
    m_editor.setPreview({*m_result});
}

void HandleDrag::release() {
    const std::optional<Shape> result = m_result;
    m_shape.reset();
    m_result.reset();
    if (result)
        m_editor.change(project::ShapeVerb::Reshape, {*result});
}

void HandleDrag::cancel() {
    if (m_result)
        m_editor.dropPreview();
    m_shape.reset();
    m_result.reset();
}

std::optional<std::size_t> HandleDrag::vertex() const {
    const std::optional<Shape> shape = m_editor.single();
    return shape && m_vertexOf && shape->id == m_vertexOf ? std::optional(m_vertex) : std::nullopt;
}

std::optional<QCursor> HandleDrag::cursor(const Pointer& pointer) const {
    const std::optional<Shape> shape = m_editor.single();
    if (!shape)
        return std::nullopt;
    if (const auto* polygon = std::get_if<Polygon>(&shape->geometry))
        return annotation::vertexAt(*polygon, pointer.at, pointer.reach)
                   ? std::optional<QCursor>(Qt::PointingHandCursor)
                   : std::nullopt;
    const auto* box = std::get_if<Box>(&shape->geometry);
    const auto handle = box ? annotation::handleAt(*box, pointer.at, pointer.reach) : std::nullopt;
    if (!handle)
        return std::nullopt;
    switch (*handle) {
    case Handle::TopLeft:
    case Handle::BottomRight:
        return Qt::SizeFDiagCursor;
    case Handle::TopRight:
    case Handle::BottomLeft:
        return Qt::SizeBDiagCursor;
    case Handle::Top:
    case Handle::Bottom:
        return Qt::SizeVerCursor;
    default:
        return Qt::SizeHorCursor;
    }
}

} // namespace graft::ui
