#include "annotation/Shape.h"

#include "annotation/MaskRuns.h"

#include <algorithm>
#include <cmath>

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

Box polygonBox(const std::vector<Point>& points) {
    if (points.empty())
        return {};
    const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &Point::y);
    return {left.x, top.y, right.x - left.x, bottom.y - top.y};
}

} // namespace

double area(const Geometry& geometry) {
    if (const auto* box = std::get_if<Box>(&geometry))
        return box->area();
    if (const auto* polygon = std::get_if<Polygon>(&geometry))
        return polygonArea(polygon->points);
    return double(foregroundPixels(std::get<Mask>(geometry)));
}

Box boundingBox(const Geometry& geometry) {
    if (const auto* box = std::get_if<Box>(&geometry))
        return *box;
    if (const auto* polygon = std::get_if<Polygon>(&geometry))
        return polygonBox(polygon->points);
    return foregroundBox(std::get<Mask>(geometry));
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
