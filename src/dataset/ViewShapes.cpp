// Boxes, outlines and masks where a ViewMap puts them.
#include "dataset/ViewMap.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace graft::dataset {
namespace {

using annotation::Point;
using Points = std::vector<Point>;

/// Sutherland and Hodgman: what lies where `distance`, which is linear along a line, is not negative.
template <typename Distance>
Points clipped(const Points& points, Distance distance) {
    Points kept;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point& from = points[i];
        const Point& to = points[(i + 1) % points.size()];
        const double before = distance(from), after = distance(to);
        if (before >= 0)
            kept.push_back(from);
        if ((before >= 0) != (after >= 0)) {
            const double share = before / (before - after);
            kept.push_back({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
        }
    }
    return kept;
}

Points clippedToView(Points points, double size) {
    points = clipped(points, [](Point p) { return p.x; });
    points = clipped(points, [](Point p) { return p.y; });
    points = clipped(points, [&](Point p) { return size - p.x; });
    return clipped(points, [&](Point p) { return size - p.y; });
}

/// With so many points between that pieces are at most `longest` long where `lengthOf(from, to)` says.
template <typename LengthOf>
Points refined(const Points& points, double longest, LengthOf lengthOf) {
    constexpr double kMostPieces = 1024;
    Points result;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point& from = points[i];
        const Point& to = points[(i + 1) % points.size()];
        const int pieces = int(std::clamp(std::ceil(lengthOf(from, to) / longest), 1.0, kMostPieces));
        for (int piece = 0; piece < pieces; ++piece) {
            const double share = double(piece) / pieces;
            result.push_back({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
        }
    }
    return result;
}

double distanceBetween(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

template <typename Map>
Points mapped(const Points& points, Map map) {
    Points result(points.size());
    std::ranges::transform(points, result.begin(), map);
    return result;
}

/// What the view shows of an outline, in the view; empty where that is less than `leastVisible` of its area
/// in the image.
Points seen(const ViewMap& map, const Points& outline, double leastVisible) {
    constexpr double kLeastDepth = 0.05; ///< less is seen far outside the view
    constexpr double kCurvePiece = 2;    ///< pixels of the view
    const auto toView = [&](Point p) { return map.viewFromImage(p); };
    const auto toImage = [&](Point p) { return map.imageFromView(p); };
    Points inFront = clipped(outline, [&](Point p) { return map.depthOf(p) - kLeastDepth; });
    if (!map.straight())
        inFront = refined(inFront, kCurvePiece,
                          [&](Point from, Point to) { return distanceBetween(toView(from), toView(to)); });
    const Points inView = clippedToView(mapped(inFront, toView), map.size());
    const Points followed = map.straight() ? inView : refined(inView, kCurvePiece, distanceBetween);
    const double whole = annotation::area(annotation::Polygon{outline});
    const double visible = annotation::area(annotation::Polygon{mapped(followed, toImage)});
    return whole > 0 && visible > 0 && visible >= leastVisible * whole ? inView : Points{};
}

/// Of a line of pixels that is mirrored at both ends, again and again.
int mirrored(double place, int length) {
    const double period = 2.0 * length;
    const double within = place - period * std::floor(place / period);
    const int index = int(std::min(within, period - within));
    return std::clamp(index, 0, length - 1);
}

} // namespace

std::optional<annotation::Box> boxInView(const ViewMap& map, const annotation::Box& boxInImage,
                                         double leastVisible) {
    const double right = boxInImage.x + boxInImage.width, bottom = boxInImage.y + boxInImage.height;
    const Points outline{
        {boxInImage.x, boxInImage.y}, {right, boxInImage.y}, {right, bottom}, {boxInImage.x, bottom}};
    const Points visible = seen(map, outline, leastVisible);
    if (visible.empty())
        return std::nullopt;
    return annotation::boundingBox(annotation::Polygon{visible});
}

std::optional<annotation::Polygon>
polygonInView(const ViewMap& map, const annotation::Polygon& polygonInImage, double leastVisible) {
    Points visible = seen(map, polygonInImage.points, leastVisible);
    if (visible.empty())
        return std::nullopt;
    return annotation::Polygon{std::move(visible)};
}

std::vector<std::uint8_t> labelsInView(const ViewMap& map, std::span<const std::uint8_t> labelsInImage) {
    const auto width = std::size_t(map.imageWidth());
    assert(labelsInImage.size() == width * std::size_t(map.imageHeight()));
    std::vector<std::uint8_t> labels;
    labels.reserve(std::size_t(map.size()) * std::size_t(map.size()));
    for (int v = 0; v < map.size(); ++v)
        for (int u = 0; u < map.size(); ++u) {
            const Point place = map.imageFromView({u + 0.5, v + 0.5});
            const auto x = std::size_t(mirrored(place.x, map.imageWidth()));
            const auto y = std::size_t(mirrored(place.y, map.imageHeight()));
            labels.push_back(labelsInImage[y * width + x]);
        }
    return labels;
}

} // namespace graft::dataset
