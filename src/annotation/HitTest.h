#pragma once

#include "annotation/Shape.h"

#include <array>
#include <optional>
#include <span>

// What lies under the pointer. Everything in pixels of the image; `reach`: how far off a pointer may be.
namespace graft::annotation {

/// Boxes are half-open, polygons even-odd; of a mask, the pixel that the point lies in. Never in a point or
/// line.
bool contains(const Geometry& geometry, Point point);

double distance(Point a, Point b);
/// To the segment from `a` to `b`.
double distanceToSegment(Point point, Point a, Point b);
/// To the outline, the line or the point; of a mask, to its foreground's box. Infinite without an outline.
double distanceToOutline(const Geometry& geometry, Point point);

/// The index of the shape that a click at `point` means: of those it lies in or whose outline is within
/// `reach`, the smallest, so that a cell inside a tissue can be reached; among equals the last one of
/// `shapes`.
std::optional<std::size_t> shapeAt(std::span<const Shape> shapes, Point point, double reach);

/// Where a box is taken hold of: clockwise from the top left.
enum class Handle { TopLeft, Top, TopRight, Right, BottomRight, Bottom, BottomLeft, Left };
inline constexpr std::size_t kHandles = 8;

/// In the order of Handle.
std::array<Point, kHandles> handlesOf(const Box& box);
/// Corners before sides, so that a tiny box can still be resized both ways.
std::optional<Handle> handleAt(const Box& box, Point point, double reach);

} // namespace graft::annotation
