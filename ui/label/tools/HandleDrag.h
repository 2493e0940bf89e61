#pragma once

#include "annotation/Frame.h"
#include "annotation/PolygonEdit.h"
#include "ui/label/tools/CanvasTool.h"

#include <optional>

namespace graft::ui {

/// Taking hold of the only selected shape: the handles of its frame, its vertices, the knob that turns it.
class HandleDrag {
public:
    explicit HandleDrag(ShapeEditor& editor) : m_editor(editor) {}

    /// False: there is no handle here.
    bool press(const Pointer& pointer);
    void move(const Pointer& pointer);
    void release();
    void cancel();
    bool busy() const { return m_shape.has_value(); }
    /// Nothing: there is no handle here.
    std::optional<QCursor> cursor(const Pointer& pointer) const;
    /// The vertex that was taken hold of last, while its shape is selected alone.
    std::optional<std::size_t> vertex() const;
    void forgetVertex() { m_vertexOf = {}; }

private:
    enum class Grip { Frame, Vertex, Knob };
    struct Hold {
        Grip grip;
        annotation::Handle handle = annotation::Handle::TopLeft;
        std::size_t vertex = 0;
    };
    static std::optional<Hold> holdAt(const annotation::Shape& shape, const Pointer& pointer);
    annotation::Geometry held(const Pointer& pointer) const;

    ShapeEditor& m_editor;
    std::optional<annotation::Shape> m_shape; ///< as it was
    std::optional<annotation::Shape> m_result;
    Hold m_hold{Grip::Frame};
    annotation::Point m_from;
    std::size_t m_vertex = 0;
    ShapeId m_vertexOf;
};

} // namespace graft::ui
