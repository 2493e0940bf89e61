#include "ui/label/tools/HandleDrag.h"

#include "annotation/Outline.h"

#include <cmath>
#include <numbers>

namespace graft::ui {

using annotation::Geometry;
using annotation::Handle;
using annotation::Point;
using annotation::Shape;

namespace {

constexpr double kTurnStep = std::numbers::pi / 12; ///< with Shift

/// How far off its shape the knob is that turns it.
double knobAway(const Pointer& pointer) {
    return pointer.reach / kReach * kKnobAway;
}

/// Of the shape as it is seen: a handle of a turned frame pulls in another direction.
QCursor resizeCursor(Handle handle, double angle) {
    static constexpr Qt::CursorShape shapes[] = {Qt::SizeFDiagCursor, Qt::SizeVerCursor, Qt::SizeBDiagCursor,
                                                 Qt::SizeHorCursor};
    const int eighths = int(std::lround(angle / (std::numbers::pi / 4)));
    return shapes[std::size_t(((int(handle) + eighths) % 4 + 4) % 4)];
}

} // namespace

std::optional<HandleDrag::Hold> HandleDrag::holdAt(const Shape& shape, const Pointer& pointer) {
    if (const auto knob = annotation::knobOf(shape.geometry, knobAway(pointer));
        knob && annotation::distance(*knob, pointer.at) <= pointer.reach)
        return Hold{Grip::Knob};
    if (const auto frame = annotation::frameOf(shape.geometry)) {
        const auto handle = annotation::handleAt(*frame, pointer.at, pointer.reach);
        return handle ? std::optional(Hold{Grip::Frame, *handle}) : std::nullopt;
    }
    const auto* vertices = annotation::verticesOf(shape.geometry);
    const auto vertex = vertices ? annotation::vertexAt(*vertices, pointer.at, pointer.reach) : std::nullopt;
    return vertex ? std::optional(Hold{Grip::Vertex, Handle::TopLeft, *vertex}) : std::nullopt;
}

bool HandleDrag::press(const Pointer& pointer) {
    const std::optional<Shape> shape = m_editor.single();
    m_vertexOf = {};
    const auto hold = shape ? holdAt(*shape, pointer) : std::nullopt;
    if (!hold)
        return false;
    m_hold = *hold;
    m_from = pointer.at;
    if (hold->grip == Grip::Vertex) {
        m_vertex = hold->vertex;
        m_vertexOf = shape->id;
    }
    m_shape = shape;
    return true;
}

Geometry HandleDrag::held(const Pointer& pointer) const {
    const Geometry& before = m_shape->geometry;
    switch (m_hold.grip) {
    case Grip::Frame:
        return annotation::resized(before, m_hold.handle, pointer.at, m_editor.extent());
    case Grip::Vertex: {
        Geometry after = before;
        (*annotation::verticesOf(after))[m_hold.vertex] =
            annotation::vertexNear(pointer.at, m_editor.extent());
        return after;
    }
    case Grip::Knob:
        break;
    }
    const Point middle = annotation::middleOf(before);
    const auto direction = [&](Point to) { return std::atan2(to.y - middle.y, to.x - middle.x); };
    double angle = direction(pointer.at) - direction(m_from);
    if (pointer.modifiers & Qt::ShiftModifier) {
        const auto frame = annotation::frameOf(before);
        const double now = frame ? frame->angle : 0;
        angle = std::round((now + angle) / kTurnStep) * kTurnStep - now;
    }
    return annotation::turned(before, middle, angle);
}

void HandleDrag::move(const Pointer& pointer) {
    if (!m_shape)
        return;
    m_result = m_shape;
    m_result->geometry = held(pointer);
    m_editor.setPreview({*m_result});
}

void HandleDrag::release() {
    const std::optional<Shape> result = m_result;
    m_shape.reset();
    m_result.reset();
    if (result)
        m_editor.change(m_hold.grip == Grip::Knob ? project::ShapeVerb::Turn : project::ShapeVerb::Reshape,
                        {*result});
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
    const auto hold = shape ? holdAt(*shape, pointer) : std::nullopt;
    if (!hold)
        return std::nullopt;
    if (hold->grip == Grip::Frame)
        return resizeCursor(hold->handle, annotation::frameOf(shape->geometry)->angle);
    return QCursor(hold->grip == Grip::Knob ? Qt::OpenHandCursor : Qt::PointingHandCursor);
}

} // namespace graft::ui
