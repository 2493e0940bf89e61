#include "annotation/Fill.h"

#include "annotation/Outline.h"

#include <algorithm>
#include <cmath>

namespace graft::annotation {

namespace {

struct Edge {
    Point upper, lower;
};

/// Those that cross the middle of some row, the highest first.
std::vector<Edge> edgesOf(const std::vector<Point>& ring) {
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[(i + 1) % ring.size()];
        if (a.y != b.y)
            edges.push_back(a.y < b.y ? Edge{a, b} : Edge{b, a});
    }
    std::ranges::sort(edges, {}, [](const Edge& edge) { return edge.upper.y; });
    return edges;
}

/// The first pixel whose middle is not left of `x`.
int pixelAt(double x, int width) {
    return int(std::clamp(std::ceil(x - 0.5), 0.0, double(width)));
}

void clip(std::vector<Span>& spans, Extent image) {
    std::erase_if(spans, [&](Span& span) {
        span.begin = std::max(span.begin, 0);
        span.end = std::min(span.end, image.width);
        return span.y < 0 || span.y >= image.height || span.begin >= span.end;
    });
}

} // namespace

std::vector<Span> spansOf(const std::vector<Point>& ring, Extent image) {
    const std::vector<Edge> edges = edgesOf(ring);
    std::vector<Span> spans;
    if (edges.empty())
        return spans;
    const Box box = boundingBox(Polygon{ring});
    const int top = pixelAt(box.y, image.height), bottom = pixelAt(box.y + box.height, image.height);
    std::vector<const Edge*> active;
    std::vector<double> crossings;
    auto next = edges.begin();
    for (int row = top; row < bottom; ++row) {
        const double y = row + 0.5;
        for (; next != edges.end() && next->upper.y <= y; ++next)
            active.push_back(&*next);
        std::erase_if(active, [y](const Edge* edge) { return edge->lower.y <= y; });
        crossings.clear();
        for (const Edge* edge : active)
            crossings.push_back(edge->upper.x + (y - edge->upper.y) * (edge->lower.x - edge->upper.x) /
                                                    (edge->lower.y - edge->upper.y));
        std::ranges::sort(crossings);
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const int begin = pixelAt(crossings[i], image.width);
            const int end = pixelAt(crossings[i + 1], image.width);
            if (begin < end)
                spans.push_back({row, begin, end});
        }
    }
    return spans;
}

std::vector<Span> coveredBy(const Geometry& geometry, Extent image) {
    if (const auto* mask = std::get_if<Mask>(&geometry)) {
        std::vector<Span> spans = spansOf(*mask);
        clip(spans, image);
        return spans;
    }
    return spansOf(ringOf(geometry), image);
}

std::optional<Box> detectionTarget(const Geometry& geometry, Extent image) {
    if (!hasArea(geometry))
        return std::nullopt;
    const Box inside = insideOf(boundingBox(geometry), image);
    return inside.area() > 0 ? std::optional(inside) : std::nullopt;
}

std::optional<Mask> segmentationTarget(const Geometry& geometry, Extent image) {
    std::vector<Span> spans = coveredBy(geometry, image);
    return spans.empty() ? std::nullopt : std::optional(maskFromSpans(std::move(spans)));
}

} // namespace graft::annotation
