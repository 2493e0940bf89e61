#include "annotation/PolygonEdit.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

const std::vector<Point>* verticesOf(const Geometry& geometry) {
    if (const auto* polygon = std::get_if<Polygon>(&geometry))
        return &polygon->points;
    const auto* line = std::get_if<Polyline>(&geometry);
    return line ? &line->points : nullptr;
}

std::vector<Point>* verticesOf(Geometry& geometry) {
    return const_cast<std::vector<Point>*>(verticesOf(std::as_const(geometry)));
}

std::size_t fewestVertices(const Geometry& geometry) {
    return std::holds_alternative<Polyline>(geometry) ? 2 : kFewestVertices;
}

std::optional<std::size_t> vertexAt(const std::vector<Point>& vertices, Point point, double reach) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < vertices.size(); ++i)
        if (const double d = distance(vertices[i], point); d <= reach) {
            reach = d;
            best = i;
        }
    return best;
}

std::optional<EdgePoint> edgeAt(const Geometry& geometry, Point point, double reach) {
    std::optional<EdgePoint> best;
    const std::vector<Point>* vertices = verticesOf(geometry);
    const std::size_t count = vertices ? vertices->size() : 0;
    const bool closed = std::holds_alternative<Polygon>(geometry);
    for (std::size_t i = 0; closed ? i < count : i + 1 < count; ++i) {
        const Point on = nearestOnSegment(point, (*vertices)[i], (*vertices)[(i + 1) % count]);
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

Geometry withVertexInserted(Geometry geometry, const EdgePoint& at) {
    if (std::vector<Point>* vertices = verticesOf(geometry)) {
        const auto place = std::min(at.after + 1, vertices->size());
        vertices->insert(vertices->begin() + std::ptrdiff_t(place), at.point);
    }
    return geometry;
}

std::optional<Geometry> withoutVertex(Geometry geometry, std::size_t index) {
    std::vector<Point>* vertices = verticesOf(geometry);
    if (!vertices || index >= vertices->size() || vertices->size() <= fewestVertices(geometry))
        return std::nullopt;
    vertices->erase(vertices->begin() + std::ptrdiff_t(index));
    return geometry;
}

} // namespace graft::annotation
