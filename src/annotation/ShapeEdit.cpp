#include "annotation/ShapeEdit.h"

#include <algorithm>
#include <cmath>

namespace graft::annotation {

namespace {

/// A side from `a` to `b`, at least one pixel long and inside [0, limit].
void side(double a, double b, int limit, double& begin, double& length) {
    const double low = std::clamp(std::round(std::min(a, b)), 0.0, std::max(0.0, limit - 1.0));
    const double high = std::clamp(std::round(std::max(a, b)), low + 1, std::max(low + 1, double(limit)));
    begin = low;
    length = high - low;
}

/// Like std::clamp, but a range that is turned round leaves no room: 0.
double within(double value, double low, double high) {
    return low > high ? 0 : std::clamp(value, low, high);
}

struct Move {
    Point by;
    Point there(Point point) const { return {point.x + by.x, point.y + by.y}; }
    std::vector<Point> there(std::vector<Point> points) const {
        for (Point& point : points)
            point = there(point);
        return points;
    }
    Geometry operator()(const Box& box) const {
        return Box{box.x + by.x, box.y + by.y, box.width, box.height};
    }
    Geometry operator()(const Polygon& polygon) const { return Polygon{there(polygon.points)}; }
    Geometry operator()(Mask mask) const {
        mask.x += int(std::lround(by.x));
        mask.y += int(std::lround(by.y));
        return mask;
    }
    Geometry operator()(RotatedBox box) const {
        box.centre = there(box.centre);
        return box;
    }
    Geometry operator()(Ellipse ellipse) const {
        ellipse.centre = there(ellipse.centre);
        return ellipse;
    }
    Geometry operator()(const Polyline& line) const { return Polyline{there(line.points)}; }
    Geometry operator()(const Point& point) const { return there(point); }
};

bool movesLeft(Handle handle) {
    return handle == Handle::TopLeft || handle == Handle::Left || handle == Handle::BottomLeft;
}
bool movesRight(Handle handle) {
    return handle == Handle::TopRight || handle == Handle::Right || handle == Handle::BottomRight;
}
bool movesTop(Handle handle) {
    return handle == Handle::TopLeft || handle == Handle::Top || handle == Handle::TopRight;
}
bool movesBottom(Handle handle) {
    return handle == Handle::BottomLeft || handle == Handle::Bottom || handle == Handle::BottomRight;
}

} // namespace

Point clamped(Point point, Extent image) {
    return {std::clamp(point.x, 0.0, double(image.width)), std::clamp(point.y, 0.0, double(image.height))};
}

Box boxBetween(Point a, Point b, Extent image) {
    Box box;
    side(a.x, b.x, image.width, box.x, box.width);
    side(a.y, b.y, image.height, box.y, box.height);
    return box;
}

Point stepInside(std::span<const Box> boxes, Point by, Extent image) {
    Point step{std::round(by.x), std::round(by.y)};
    for (const Box& box : boxes) {
        step.x = within(step.x, std::ceil(-box.x), std::floor(image.width - box.x - box.width));
        step.y = within(step.y, std::ceil(-box.y), std::floor(image.height - box.y - box.height));
    }
    return step;
}

Geometry moved(const Geometry& geometry, Point by) {
    return std::visit(Move{by}, geometry);
}

Box insideOf(const Box& box, Extent image) {
    const Point from = clamped({box.x, box.y}, image);
    const Point to = clamped({box.x + box.width, box.y + box.height}, image);
    return {from.x, from.y, to.x - from.x, to.y - from.y};
}

Box resized(const Box& box, Handle handle, Point to, Extent image) {
    const bool alongX = movesLeft(handle) || movesRight(handle);
    const bool alongY = movesTop(handle) || movesBottom(handle);
    const double stillX = movesLeft(handle) ? box.x + box.width : box.x;
    const double stillY = movesTop(handle) ? box.y + box.height : box.y;
    const Box pulled = boxBetween({stillX, stillY}, to, image);
    Box result = box;
    if (alongX) {
        result.x = pulled.x;
        result.width = pulled.width;
    }
    if (alongY) {
        result.y = pulled.y;
        result.height = pulled.height;
    }
    return result;
}

} // namespace graft::annotation
