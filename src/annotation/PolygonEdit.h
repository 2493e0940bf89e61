#pragma once

#include "annotation/ShapeEdit.h"

namespace graft::annotation {

/// Fewer vertices enclose nothing.
inline constexpr std::size_t kFewestVertices = 3;

/// Index of the nearest vertex within `reach`.
std::optional<std::size_t> vertexAt(const Polygon& polygon, Point point, double reach);

/// A place on the outline: between vertex `after` and the one that follows it.
struct EdgePoint {
    std::size_t after = 0;
    Point point;
};
/// The nearest place on the outline within `reach`.
std::optional<EdgePoint> edgeAt(const Polygon& polygon, Point point, double reach);

/// Vertices lie on quarters of pixels: finer than a hand, and numbers stay short.
Point vertexNear(Point point, Extent image);

Polygon withVertexAt(Polygon polygon, std::size_t index, Point point);
Polygon withVertexInserted(Polygon polygon, const EdgePoint& at);
/// Nothing where too few would be left.
std::optional<Polygon> withoutVertex(Polygon polygon, std::size_t index);

} // namespace graft::annotation
