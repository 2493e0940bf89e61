#include "annotation/HitTest.h"

#include "annotation/MaskRuns.h"
#include "annotation/Outline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace graft::annotation {

namespace {

constexpr double kNowhere = std::numeric_limits<double>::infinity();

/// Even-odd: how often a ray to the right crosses the ring.
bool ringContains(const std::vector<Point>& ring, Point p) {
    bool inside = false;
    for (std::size_t i = 0, last = ring.size() - 1; i < ring.size(); last = i++) {
        const Point& a = ring[i];
        const Point& b = ring[last];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
    }
    return inside;
}

double distanceToRing(std::span<const Point> ring, Point p) {
    double nearest = kNowhere;
    for (std::size_t i = 0; i < ring.size(); ++i)
        nearest = std::min(nearest, distanceToSegment(p, ring[i], ring[(i + 1) % ring.size()]));
    return nearest;
}

double distanceToLine(std::span<const Point> points, Point p) {
    double nearest = points.size() == 1 ? distance(points[0], p) : kNowhere;
    for (std::size_t i = 0; i + 1 < points.size(); ++i)
        nearest = std::min(nearest, distanceToSegment(p, points[i], points[i + 1]));
    return nearest;
}

/// Lines and points are reached first: they cover nothing that lies under them.
double sizeForHits(const Geometry& geometry, const Box& box) {
    return hasArea(geometry) ? box.area() : 0;
}

struct Contains {
    Point p;
    bool operator()(const Box& box) const {
        return p.x >= box.x && p.x < box.x + box.width && p.y >= box.y && p.y < box.y + box.height;
    }
    bool operator()(const Polygon& polygon) const { return ringContains(polygon.points, p); }
    bool operator()(const Mask& mask) const {
        return std::abs(p.x) < 1e9 && std::abs(p.y) < 1e9 &&
               isForeground(mask, int(std::floor(p.x)), int(std::floor(p.y)));
    }
    bool operator()(const RotatedBox& box) const {
        const Point own = turnedAbout(p, box.centre, -box.angle);
        return Contains{own}(
            Box{box.centre.x - box.width / 2, box.centre.y - box.height / 2, box.width, box.height});
    }
    bool operator()(const Ellipse& e) const {
        const Point own = turnedAbout(p, e.centre, -e.angle);
        const double x = own.x - e.centre.x, y = own.y - e.centre.y;
        return e.radiusX > 0 && e.radiusY > 0 &&
               x * x / (e.radiusX * e.radiusX) + y * y / (e.radiusY * e.radiusY) < 1;
    }
    bool operator()(const Polyline&) const { return false; }
    bool operator()(const Point&) const { return false; }
};

} // namespace

bool contains(const Geometry& geometry, Point point) {
    return std::visit(Contains{point}, geometry);
}

double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

double distanceToSegment(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    if (squared == 0)
        return distance(p, a);
    const double t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0);
    return distance(p, {a.x + t * dx, a.y + t * dy});
}

double distanceToOutline(const Geometry& geometry, Point point) {
    if (const auto* line = std::get_if<Polyline>(&geometry))
        return distanceToLine(line->points, point);
    if (const auto* dot = std::get_if<Point>(&geometry))
        return distance(*dot, point);
    if (const auto* mask = std::get_if<Mask>(&geometry)) {
        const Box box = foregroundBox(*mask);
        return box.area() == 0 ? kNowhere : distanceToRing(cornersOf(box), point);
    }
    return distanceToRing(ringOf(geometry), point);
}

std::optional<std::size_t> shapeAt(std::span<const Shape> shapes, Point point, double reach) {
    std::optional<std::size_t> best;
    double smallest = kNowhere;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const Geometry& geometry = shapes[i].geometry;
        const bool mask = std::holds_alternative<Mask>(geometry);
        const Box box = boundingBox(geometry);
        if (!contains(Box{box.x - reach, box.y - reach, box.width + 2 * reach, box.height + 2 * reach},
                      point))
            continue;
        if (!contains(geometry, point) && (mask || distanceToOutline(geometry, point) > reach))
            continue;
        if (const double size = sizeForHits(geometry, box); size <= smallest) {
            smallest = size;
            best = i;
        }
    }
    return best;
}

std::array<Point, kHandles> handlesOf(const Box& box) {
    const double middleX = box.x + box.width / 2, middleY = box.y + box.height / 2;
    const double right = box.x + box.width, bottom = box.y + box.height;
    return {Point{box.x, box.y}, {middleX, box.y},  {right, box.y},  {right, middleY},
            {right, bottom},     {middleX, bottom}, {box.x, bottom}, {box.x, middleY}};
}

std::optional<Handle> handleAt(const Box& box, Point point, double reach) {
    const auto handles = handlesOf(box);
    for (const std::size_t first : {0u, 1u}) { // corners have even numbers
        std::optional<Handle> best;
        double nearest = reach;
        for (std::size_t i = first; i < kHandles; i += 2)
            if (const double d = distance(handles[i], point); d <= nearest) {
                nearest = d;
                best = Handle(i);
            }
        if (best)
            return best;
    }
    return std::nullopt;
}

} // namespace graft::annotation
