#include "annotation/PolygonEdit.h"

#include <algorithm>
#include <cmath>

namespace graft::annotation {

namespace {

Point nearestOnSegment(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    if (squared == 0)
        return a;
    const double t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0);
    return {a.x + t * dx, a.y + t * dy};
}

} // namespace

std::optional<std::size_t> vertexAt(const Polygon& polygon, Point point, double reach) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < polygon.points.size(); ++i)
        if (const double d = distance(polygon.points[i], point); d <= reach) {
            reach = d;
            best = i;
        }
    return best;
}

std::optional<EdgePoint> edgeAt(const Polygon& polygon, Point point, double reach) {
    std::optional<EdgePoint> best;
    const std::size_t count = polygon.points.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Point on = nearestOnSegment(point, polygon.points[i], polygon.points[(i + 1) % count]);
        if (const double d = distance(on, point); d <= reach) {
            reach = d;
            best = EdgePoint{i, on};
        }
    }
    return best;
}

Point vertexNear(Point point, Extent image) {
    constexpr double kSteps = 4;
    return clamped({std::round(point.x * kSteps) / kSteps, std::round(point.y * kSteps) / kSteps}, image);
}

Polygon withVertexAt(Polygon polygon, std::size_t index, Point point) {
    if (index < polygon.points.size())
        polygon.points[index] = point;
    return polygon;
}

Polygon withVertexInserted(Polygon polygon, const EdgePoint& at) {
    const auto place = std::min(at.after + 1, polygon.points.size());
    polygon.points.insert(polygon.points.begin() + std::ptrdiff_t(place), at.point);
    return polygon;
}

std::optional<Polygon> withoutVertex(Polygon polygon, std::size_t index) {
    if (index >= polygon.points.size() || polygon.points.size() <= kFewestVertices)
        return std::nullopt;
    polygon.points.erase(polygon.points.begin() + std::ptrdiff_t(index));
    return polygon;
}

} // namespace graft::annotation
