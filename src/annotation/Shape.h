#pragma once

#include "base/Ids.h"

#include <cstdint>
#include <variant>
#include <vector>

namespace graft::annotation {

/// Pixel coordinates of an image: origin at the top left corner of the top left pixel, x to the right, y
/// down.
struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

/// Half-open: covers [x, x + width) × [y, y + height).
struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double area() const { return width * height; }
    friend bool operator==(const Box&, const Box&) = default;
};

/// Closed ring, without repeating the first point.
struct Polygon {
    std::vector<Point> points;
    friend bool operator==(const Polygon&, const Polygon&) = default;
};

/// A binary mask inside `x, y, width, height`, run-length coded row by row: lengths of alternating runs, the
/// first of background (may be 0). The lengths sum to width × height.
struct Mask {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> runs;
    friend bool operator==(const Mask&, const Mask&) = default;
};

using Geometry = std::variant<Box, Polygon, Mask>;

/// One region a person drew.
struct Shape {
    ShapeId id;
    ClassId classId;
    Geometry geometry;
    friend bool operator==(const Shape&, const Shape&) = default;
};

double area(const Geometry& geometry);
Box boundingBox(const Geometry& geometry);
double intersectionOverUnion(const Box& a, const Box& b);
/// From and to one byte per pixel (0 or not 0), row by row. `pixels` has width × height entries.
Mask maskFromPixels(int x, int y, int width, int height, const std::vector<std::uint8_t>& pixels);
std::vector<std::uint8_t> pixelsFromMask(const Mask& mask);

} // namespace graft::annotation
