#include "annotation/Frame.h"

#include "annotation/Outline.h"

#include <algorithm>
#include <cmath>

namespace graft::annotation {

namespace {

constexpr double kThinnest = 1;

Box lying(const RotatedBox& frame) {
    return {frame.centre.x - frame.width / 2, frame.centre.y - frame.height / 2, frame.width, frame.height};
}

/// One side of a box: which of its ends follows the pointer.
struct Side {
    bool low = false;
    bool high = false;
};

Side alongX(Handle handle) {
    return {handle == Handle::TopLeft || handle == Handle::Left || handle == Handle::BottomLeft,
            handle == Handle::TopRight || handle == Handle::Right || handle == Handle::BottomRight};
}

Side alongY(Handle handle) {
    return {handle == Handle::TopLeft || handle == Handle::Top || handle == Handle::TopRight,
            handle == Handle::BottomLeft || handle == Handle::Bottom || handle == Handle::BottomRight};
}

void pull(Side side, double to, double& begin, double& length) {
    const double end = begin + length;
    if (side.low)
        begin = std::min(to, end - kThinnest);
    const double newEnd = side.high ? std::max(to, begin + kThinnest) : end;
    length = newEnd - begin;
}

/// Pulled in the shape's own axes, then put where the side that stays has not moved.
RotatedBox pulled(const RotatedBox& frame, Handle handle, Point to) {
    const Point own = turnedAbout(to, frame.centre, -frame.angle);
    Box box = lying(frame);
    pull(alongX(handle), own.x, box.x, box.width);
    pull(alongY(handle), own.y, box.y, box.height);
    const Point centre{box.x + box.width / 2, box.y + box.height / 2};
    return {turnedAbout(centre, frame.centre, frame.angle), box.width, box.height, frame.angle};
}

} // namespace

std::optional<RotatedBox> frameOf(const Geometry& geometry) {
    if (const auto* box = std::get_if<Box>(&geometry))
        return RotatedBox{{box->x + box->width / 2, box->y + box->height / 2}, box->width, box->height, 0};
    if (const auto* box = std::get_if<RotatedBox>(&geometry))
        return *box;
    if (const auto* e = std::get_if<Ellipse>(&geometry))
        return RotatedBox{e->centre, 2 * e->radiusX, 2 * e->radiusY, e->angle};
    return std::nullopt;
}

std::array<Point, kHandles> handlesOf(const RotatedBox& frame) {
    auto handles = handlesOf(lying(frame));
    for (Point& handle : handles)
        handle = turnedAbout(handle, frame.centre, frame.angle);
    return handles;
}

std::optional<Handle> handleAt(const RotatedBox& frame, Point point, double reach) {
    return handleAt(lying(frame), turnedAbout(point, frame.centre, -frame.angle), reach);
}

Geometry resized(const Geometry& geometry, Handle handle, Point to, Extent image) {
    if (const auto* box = std::get_if<Box>(&geometry))
        return resized(*box, handle, to, image);
    const auto frame = frameOf(geometry);
    if (!frame)
        return geometry;
    const RotatedBox result = pulled(*frame, handle, clamped(to, image));
    if (std::holds_alternative<Ellipse>(geometry))
        return Ellipse{result.centre, result.width / 2, result.height / 2, result.angle};
    return result;
}

Point middleOf(const Geometry& geometry) {
    if (const auto frame = frameOf(geometry))
        return frame->centre;
    const Box box = boundingBox(geometry);
    return {box.x + box.width / 2, box.y + box.height / 2};
}

std::optional<Point> knobOf(const Geometry& geometry, double away) {
    if (std::holds_alternative<Mask>(geometry) || std::holds_alternative<Point>(geometry))
        return std::nullopt;
    const Box around = boundingBox(geometry);
    const RotatedBox frame =
        frameOf(geometry).value_or(RotatedBox{middleOf(geometry), around.width, around.height, 0});
    const auto at = [&](double y) {
        return turnedAbout({frame.centre.x, frame.centre.y + y}, frame.centre, frame.angle);
    };
    const Point above = at(-frame.height / 2 - away);
    return above.y >= 0 ? above : at(frame.height / 2 + away);
}

} // namespace graft::annotation
