#pragma once

#include "annotation/ShapeEdit.h"

namespace graft::annotation {

/// Fewer vertices enclose nothing.
inline constexpr std::size_t kFewestVertices = 3;

/// The vertices that can be moved one by one: of polygons and lines; null of the others.
const std::vector<Point>* verticesOf(const Geometry& geometry);
std::vector<Point>* verticesOf(Geometry& geometry);
/// A polygon needs three, a line two.
std::size_t fewestVertices(const Geometry& geometry);

/// Index of the nearest vertex within `reach`.
std::optional<std::size_t> vertexAt(const std::vector<Point>& vertices, Point point, double reach);

/// A place on the outline: between vertex `after` and the one that follows it.
struct EdgePoint {
    std::size_t after = 0;
    Point point;
};
/// The nearest place on the outline within `reach`.
std::optional<EdgePoint> edgeAt(const Geometry& geometry, Point point, double reach);

/// Vertices lie on quarters of pixels: finer than a hand, and numbers stay short.
Point vertexNear(Point point, Extent image);

Geometry withVertexInserted(Geometry geometry, const EdgePoint& at);
/// Nothing where too few would be left.
std::optional<Geometry> withoutVertex(Geometry geometry, std::size_t index);

} // namespace graft::annotation
