#pragma once

#include "annotation/Shape.h"

namespace graft::annotation {

/// Fewer points, none of those left out further than `tolerance` from what is left (Douglas & Peucker 1973).
/// The first and the last stay.
std::vector<Point> simplifiedLine(const std::vector<Point>& points, double tolerance);
/// The same of a closed ring, which keeps three vertices.
Polygon simplified(const Polygon& polygon, double tolerance);

} // namespace graft::annotation
