#pragma once

#include "annotation/HitTest.h"

// Moving and resizing. Everything in pixels of the image; what comes out stays inside it.
namespace graft::annotation {

/// Of an image.
struct Extent {
    int width = 0;
    int height = 0;
};

Point clamped(Point point, Extent image);
/// The smallest box on whole pixels that has both points as corners, rounded to the nearest edges of pixels.
Box boxBetween(Point a, Point b, Extent image);

/// The whole steps nearest to `by` that keep every box of `boxes` where it is inside the image.
Point stepInside(std::span<const Box> boxes, Point by, Extent image);
/// What of a box lies inside the image.
Box insideOf(const Box& box, Extent image);
/// Masks move by whole pixels: `by` is rounded for them.
Geometry moved(const Geometry& geometry, Point by);

/// The handle follows the pointer to the nearest edge of pixels; a box pulled over itself turns over, and
/// never gets thinner than one pixel.
Box resized(const Box& box, Handle handle, Point to, Extent image);

} // namespace graft::annotation
