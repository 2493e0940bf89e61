#pragma once

#include "base/Ids.h"

#include <cstdint>
#include <string>
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

/// A box turned about its centre by `angle`, in radians, clockwise as it is seen (y goes down).
struct RotatedBox {
    Point centre;
    double width = 0;
    double height = 0;
    double angle = 0;
    friend bool operator==(const RotatedBox&, const RotatedBox&) = default;
};

/// Turned like a RotatedBox.
struct Ellipse {
    Point centre;
    double radiusX = 0;
    double radiusY = 0;
    double angle = 0;
    friend bool operator==(const Ellipse&, const Ellipse&) = default;
};

/// From point to point, not closed: it encloses nothing.
struct Polyline {
    std::vector<Point> points;
    friend bool operator==(const Polyline&, const Polyline&) = default;
};

using Geometry = std::variant<Box, Polygon, Mask, RotatedBox, Ellipse, Polyline, Point>;

/// What a person says of a shape beside its class.
struct Attributes {
    bool occluded = false;  ///< partly behind something
    bool truncated = false; ///< goes on beyond the image
    bool difficult = false;
    bool uncertain = false;
    friend bool operator==(const Attributes&, const Attributes&) = default;
};

/// One region a person drew.
struct Shape {
    ShapeId id;
    ClassId classId;
    Geometry geometry;
    std::int32_t z = 0; ///< higher ones are in front; among equals the one that was drawn later (liesBelow)
    bool locked = false;
    bool hidden = false; ///< from view; it is trained on like any other
    Attributes attributes{};
    std::string note{};
    friend bool operator==(const Shape&, const Shape&) = default;
};

double area(const Geometry& geometry);
/// The tightest, of a mask around its foreground.
Box boundingBox(const Geometry& geometry);
/// Whether it covers pixels. A point and a line do not: nothing is learnt from them.
bool hasArea(const Geometry& geometry);
double intersectionOverUnion(const Box& a, const Box& b);
/// From and to one byte per pixel (0 or not 0), row by row. `pixels` has width × height entries.
Mask maskFromPixels(int x, int y, int width, int height, const std::vector<std::uint8_t>& pixels);
std::vector<std::uint8_t> pixelsFromMask(const Mask& mask);

} // namespace graft::annotation
