#include "annotation/Region.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <utility>

namespace graft::annotation {

namespace {

/// Spans row by row, sorted, and where each row begins among them.
struct Rows {
    std::vector<Span> spans;
    std::unordered_map<int, std::pair<std::size_t, std::size_t>> places;

    explicit Rows(std::vector<Span> sorted) : spans(std::move(sorted)) {
        for (std::size_t i = 0; i < spans.size();) {
            std::size_t end = i;
            while (end < spans.size() && spans[end].y == spans[i].y)
                ++end;
            places[spans[i].y] = {i, end};
            i = end;
        }
    }

    /// Calls `visit` with the index of each span of row `y` that shares a column with `span`.
    template <typename Visit>
    void touching(const Span& span, int y, Visit visit) const {
        const auto place = places.find(y);
        if (place == places.end())
            return;
        const auto begin = spans.begin() + std::ptrdiff_t(place->second.first);
        const auto end = spans.begin() + std::ptrdiff_t(place->second.second);
        auto at = std::partition_point(begin, end, [&](const Span& s) { return s.end <= span.begin; });
        for (; at != end && at->begin < span.end; ++at)
            visit(std::size_t(at - spans.begin()));
    }

    /// All that hangs together with the span at `start`; marks it in `seen`.
    std::vector<Span> flood(std::size_t start, std::vector<bool>& seen) const {
        std::vector<Span> found;
        std::vector<std::size_t> open{start};
        seen[start] = true;
        while (!open.empty()) {
            const Span span = spans[open.back()];
            open.pop_back();
            found.push_back(span);
            for (const int y : {span.y - 1, span.y + 1})
                touching(span, y, [&](std::size_t i) {
                    if (!seen[i]) {
                        seen[i] = true;
                        open.push_back(i);
                    }
                });
        }
        return found;
    }
};

/// What of the image is in none of the spans, which are sorted and do not touch.
std::vector<Span> uncovered(const std::vector<Span>& covered, Extent image) {
    std::vector<Span> free;
    auto next = covered.begin();
    for (int y = 0; y < image.height; ++y) {
        int x = 0;
        for (; next != covered.end() && next->y <= y; ++next) {
            if (next->y < y)
                continue;
            if (next->begin > x)
                free.push_back({y, x, std::min(next->begin, image.width)});
            x = std::max(x, next->end);
        }
        if (x < image.width)
            free.push_back({y, x, image.width});
    }
    std::erase_if(free, [](const Span& span) { return span.begin >= span.end; });
    return free;
}

} // namespace

std::vector<Span> enclosedAt(std::vector<Span> covered, Point point, Extent image) {
    if (point.x < 0 || point.y < 0 || point.x >= image.width || point.y >= image.height)
        return {};
    const Rows rows(uncovered(spansOf(maskFromSpans(std::move(covered))), image));
    const int x = int(point.x), y = int(point.y);
    std::vector<bool> seen(rows.spans.size());
    std::vector<Span> found;
    rows.touching({y, x, x + 1}, y, [&](std::size_t start) { found = rows.flood(start, seen); });
    return found;
}

std::vector<Mask> partsOf(const Mask& mask) {
    const Rows rows(spansOf(mask));
    std::vector<bool> seen(rows.spans.size());
    std::vector<Mask> parts;
    for (std::size_t i = 0; i < rows.spans.size(); ++i)
        if (!seen[i])
            parts.push_back(maskFromSpans(rows.flood(i, seen)));
    std::ranges::stable_sort(parts, std::greater(), [](const Mask& part) { return area(part); });
    return parts;
}

std::pair<Mask, Mask> halvesOf(const Mask& mask, Point a, Point b) {
    std::vector<Span> left, right;
    const double dx = b.x - a.x, dy = b.y - a.y;
    for (const Span& span : spansOf(mask)) {
        const double y = span.y + 0.5;
        // Left of the line is where dx (y − a.y) − dy (x − a.x) < 0.
        if (dy == 0) {
            (dx * (y - a.y) < 0 ? left : right).push_back(span);
            continue;
        }
        const double crossing = a.x + dx * (y - a.y) / dy;
        const int cut = int(std::clamp(std::ceil(crossing - 0.5), double(span.begin), double(span.end)));
        const Span before{span.y, span.begin, cut}, after{span.y, cut, span.end};
        (dy < 0 ? left : right).push_back(before);
        (dy < 0 ? right : left).push_back(after);
    }
    return {maskFromSpans(std::move(left)), maskFromSpans(std::move(right))};
}

} // namespace graft::annotation
