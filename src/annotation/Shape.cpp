#include "annotation/Shape.h"

#include "annotation/MaskRuns.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace graft::annotation {

namespace {

/// The shoelace formula.
double polygonArea(const std::vector<Point>& points) {
    double twice = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point& here = points[i];
        const Point& next = points[(i + 1) % points.size()];
        twice += here.x * next.y - next.x * here.y;
    }
    return std::abs(twice) / 2;
}

Box boxOf(const std::vector<Point>& points) {
    if (points.empty())
        return {};
    const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &Point::y);
    return {left.x, top.y, right.x - left.x, bottom.y - top.y};
}

/// Around what reaches `x` and `y` to both sides of `centre`.
Box boxAround(Point centre, double x, double y) {
    return {centre.x - x, centre.y - y, 2 * x, 2 * y};
}

struct AreaOf {
    double operator()(const Box& box) const { return box.area(); }
    double operator()(const Polygon& polygon) const { return polygonArea(polygon.points); }
    double operator()(const Mask& mask) const { return double(foregroundPixels(mask)); }
    double operator()(const RotatedBox& box) const { return box.width * box.height; }
    double operator()(const Ellipse& e) const { return std::numbers::pi * e.radiusX * e.radiusY; }
    double operator()(const Polyline&) const { return 0; }
    double operator()(const Point&) const { return 0; }
};

struct BoxOf {
    Box operator()(const Box& box) const { return box; }
    Box operator()(const Polygon& polygon) const { return boxOf(polygon.points); }
    Box operator()(const Mask& mask) const { return foregroundBox(mask); }
    Box operator()(const RotatedBox& box) const {
        const double c = std::abs(std::cos(box.angle)), s = std::abs(std::sin(box.angle));
        return boxAround(box.centre, (box.width * c + box.height * s) / 2,
                         (box.width * s + box.height * c) / 2);
    }
    Box operator()(const Ellipse& e) const {
        const double c = std::cos(e.angle), s = std::sin(e.angle);
        return boxAround(e.centre, std::hypot(e.radiusX * c, e.radiusY * s),
                         std::hypot(e.radiusX * s, e.radiusY * c));
    }
    Box operator()(const Polyline& line) const { return boxOf(line.points); }
    Box operator()(const Point& point) const { return {point.x, point.y, 0, 0}; }
};

} // namespace

double area(const Geometry& geometry) {
    return std::visit(AreaOf{}, geometry);
}

Box boundingBox(const Geometry& geometry) {
    return std::visit(BoxOf{}, geometry);
}

bool hasArea(const Geometry& geometry) {
    return !std::holds_alternative<Polyline>(geometry) && !std::holds_alternative<Point>(geometry);
}

double intersectionOverUnion(const Box& a, const Box& b) {
    const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    if (width <= 0 || height <= 0)
        return 0;
    const double shared = width * height;
    return shared / (a.area() + b.area() - shared);
}

} // namespace graft::annotation
