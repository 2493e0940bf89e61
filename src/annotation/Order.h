#pragma once

#include "annotation/Shape.h"

#include <span>

// Which shape lies in front of which: a higher z, among equals the higher id.
namespace graft::annotation {

bool liesBelow(const Shape& a, const Shape& b);

/// Indices of `shapes`, the backmost first.
std::vector<std::size_t> drawingOrder(std::span<const Shape> shapes);

enum class Step { ToBack, Lower, Raise, ToFront };

/// The shapes that get another z when those of `ids` make a step, with that z; as few as possible. One step
/// goes past the next shape whose box overlaps; what overlaps nothing any more stays.
std::vector<Shape> reordered(std::span<const Shape> shapes, std::span<const ShapeId> ids, Step step);

} // namespace graft::annotation
