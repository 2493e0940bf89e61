#include "annotation/Simplify.h"

#include "annotation/HitTest.h"

#include <algorithm>
#include <utility>

namespace graft::annotation {

namespace {

/// Of the points between `first` and `last`, the one furthest from the segment between them.
std::pair<std::size_t, double> furthest(const std::vector<Point>& points, std::size_t first,
                                        std::size_t last) {
    std::pair<std::size_t, double> found{first, -1};
    for (std::size_t i = first + 1; i < last; ++i)
        if (const double away = distanceToSegment(points[i], points[first], points[last]);
            away > found.second)
            found = {i, away};
    return found;
}

} // namespace

std::vector<Point> simplifiedLine(const std::vector<Point>& points, double tolerance) {
    if (points.size() < 3)
        return points;
    std::vector<bool> kept(points.size());
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, points.size() - 1}}; // no deep recursion
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        const auto [middle, away] = furthest(points, first, last);
        if (away <= tolerance)
            continue;
        kept[middle] = true;
        open.emplace_back(first, middle);
        open.emplace_back(middle, last);
    }
    std::vector<Point> left;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (kept[i])
            left.push_back(points[i]);
    return left;
}

// Cut open at the first vertex and at the one furthest from it: both stay.
Polygon simplified(const Polygon& polygon, double tolerance) {
    const std::vector<Point>& ring = polygon.points;
    if (ring.size() <= 3)
        return polygon;
    const auto far =
        std::ranges::max_element(ring, {}, [&](const Point& point) { return distance(point, ring.front()); });
    std::vector<Point> back(far, ring.end());
    back.push_back(ring.front());
    Polygon result{simplifiedLine({ring.begin(), far + 1}, tolerance)};
    back = simplifiedLine(back, tolerance);
    result.points.insert(result.points.end(), back.begin() + 1, back.end() - 1);
    if (result.points.size() >= 3)
        return result;
    // Flat within the tolerance: the point furthest from the line through those two makes it a ring again.
    const auto third = std::ranges::max_element(
        ring, {}, [&](const Point& point) { return distanceToSegment(point, ring.front(), *far); });
    return third == far || third == ring.begin()
               ? polygon
               : Polygon{third < far ? std::vector{ring.front(), *third, *far}
                                     : std::vector{ring.front(), *far, *third}};
}

} // namespace graft::annotation
