#include "annotation/Outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace graft::annotation {

namespace {

constexpr double kTurn = 2 * std::numbers::pi;

std::vector<Point> turnedAll(std::vector<Point> points, Point centre, double angle) {
    for (Point& point : points)
        point = turnedAbout(point, centre, angle);
    return points;
}

/// Between −π and π.
double folded(double angle) {
    return std::remainder(angle, kTurn);
}

Geometry upright(const RotatedBox& box) {
    constexpr double kStraight = 1e-9;
    const double quarters = std::round(box.angle / (kTurn / 4));
    if (std::abs(box.angle - quarters * kTurn / 4) > kStraight)
        return box;
    const bool lying = std::abs(std::remainder(quarters, 2)) == 1;
    const double width = lying ? box.height : box.width, height = lying ? box.width : box.height;
    return Box{box.centre.x - width / 2, box.centre.y - height / 2, width, height};
}

struct Turn {
    Point centre;
    double angle;
    Geometry operator()(const Box& box) const {
        return (*this)(RotatedBox{{box.x + box.width / 2, box.y + box.height / 2}, box.width, box.height, 0});
    }
    Geometry operator()(const Polygon& polygon) const {
        return Polygon{turnedAll(polygon.points, centre, angle)};
    }
    Geometry operator()(const Mask& mask) const { return mask; }
    Geometry operator()(RotatedBox box) const {
        box.centre = turnedAbout(box.centre, centre, angle);
        box.angle = folded(box.angle + angle);
        return upright(box);
    }
    Geometry operator()(Ellipse ellipse) const {
        ellipse.centre = turnedAbout(ellipse.centre, centre, angle);
        ellipse.angle = folded(ellipse.angle + angle);
        return ellipse;
    }
    Geometry operator()(const Polyline& line) const {
        return Polyline{turnedAll(line.points, centre, angle)};
    }
    Geometry operator()(const Point& point) const { return turnedAbout(point, centre, angle); }
};

struct Ring {
    std::vector<Point> operator()(const Box& box) const {
        const auto corners = cornersOf(box);
        return {corners.begin(), corners.end()};
    }
    std::vector<Point> operator()(const Polygon& polygon) const { return polygon.points; }
    std::vector<Point> operator()(const Mask&) const { return {}; }
    std::vector<Point> operator()(const RotatedBox& box) const {
        const auto corners = cornersOf(box);
        return {corners.begin(), corners.end()};
    }
    std::vector<Point> operator()(const Ellipse& ellipse) const { return ringOf(ellipse); }
    std::vector<Point> operator()(const Polyline&) const { return {}; }
    std::vector<Point> operator()(const Point&) const { return {}; }
};

} // namespace

Point turnedAbout(Point point, Point centre, double angle) {
    const double c = std::cos(angle), s = std::sin(angle);
    const double x = point.x - centre.x, y = point.y - centre.y;
    return {centre.x + c * x - s * y, centre.y + s * x + c * y};
}

std::array<Point, 4> cornersOf(const Box& box) {
    return {Point{box.x, box.y},
            {box.x + box.width, box.y},
            {box.x + box.width, box.y + box.height},
            {box.x, box.y + box.height}};
}

std::array<Point, 4> cornersOf(const RotatedBox& box) {
    auto corners =
        cornersOf(Box{box.centre.x - box.width / 2, box.centre.y - box.height / 2, box.width, box.height});
    for (Point& corner : corners)
        corner = turnedAbout(corner, box.centre, box.angle);
    return corners;
}

// A chord over the angle t of a circle of radius r is r (1 − cos(t / 2)) away from it.
std::vector<Point> ringOf(const Ellipse& ellipse) {
    constexpr double kAway = 0.05;
    constexpr int kFewest = 12, kMost = 720;
    const double radius = std::max({ellipse.radiusX, ellipse.radiusY, kAway});
    const double steps = std::numbers::pi / std::acos(1 - kAway / radius);
    const int count = int(std::clamp(std::ceil(steps), double(kFewest), double(kMost)));
    std::vector<Point> ring;
    ring.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        const double t = kTurn * i / count;
        ring.push_back(turnedAbout({ellipse.centre.x + ellipse.radiusX * std::cos(t),
                                    ellipse.centre.y + ellipse.radiusY * std::sin(t)},
                                   ellipse.centre, ellipse.angle));
    }
    return ring;
}

std::vector<Point> ringOf(const Geometry& geometry) {
    return std::visit(Ring{}, geometry);
}

RotatedBox rotatedBoxBetween(Point a, Point b, double angle) {
    const Point centre{(a.x + b.x) / 2, (a.y + b.y) / 2};
    const Point corner = turnedAbout(a, centre, -angle);
    return {centre, 2 * std::abs(corner.x - centre.x), 2 * std::abs(corner.y - centre.y), angle};
}

Geometry turned(const Geometry& geometry, Point centre, double angle) {
    return std::visit(Turn{centre, angle}, geometry);
}

} // namespace graft::annotation
