#pragma once

#include "annotation/Shape.h"

#include <array>

// Rings around shapes, and shapes that are turned. Everything in pixels of the image.
namespace graft::annotation {

Point turnedAbout(Point point, Point centre, double angle);

/// From the top left, clockwise as it lies unturned.
std::array<Point, 4> cornersOf(const Box& box);
std::array<Point, 4> cornersOf(const RotatedBox& box);
/// Points on it, so many that no chord is further than a twentieth of a pixel from it.
std::vector<Point> ringOf(const Ellipse& ellipse);
/// Around everything that encloses an area but a mask; empty for the others.
std::vector<Point> ringOf(const Geometry& geometry);

/// The least box turned by `angle` that has both points as corners.
RotatedBox rotatedBoxBetween(Point a, Point b, double angle);

/// Everything turns but masks; a box becomes a RotatedBox, and a RotatedBox that stands upright a box again.
Geometry turned(const Geometry& geometry, Point centre, double angle);

} // namespace graft::annotation
