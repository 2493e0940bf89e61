#include "annotation/HitTest.h"

#include "annotation/MaskRuns.h"

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

std::array<Point, 4> cornersOf(const Box& box) {
    return {Point{box.x, box.y},
            {box.x + box.width, box.y},
            {box.x + box.width, box.y + box.height},
            {box.x, box.y + box.height}};
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
    if (const auto* polygon = std::get_if<Polygon>(&geometry))
        return distanceToRing(polygon->points, point);
    const Box box = boundingBox(geometry);
    const bool nothing = std::holds_alternative<Mask>(geometry) && box.area() == 0;
    return nothing ? kNowhere : distanceToRing(cornersOf(box), point);
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
        if (box.area() <= smallest) {
            smallest = box.area();
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
