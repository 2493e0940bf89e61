#include "annotation/MaskEdit.h"

#include "annotation/MaskRuns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace graft::annotation {

namespace {

/// Sorted; those of one row that overlap or touch become one.
void merge(std::vector<Span>& spans) {
    std::erase_if(spans, [](const Span& span) { return span.begin >= span.end; });
    std::ranges::sort(spans, {}, [](const Span& span) { return std::pair(span.y, span.begin); });
    std::size_t kept = 0;
    for (const Span& span : spans) {
        if (kept > 0 && spans[kept - 1].y == span.y && span.begin <= spans[kept - 1].end)
            spans[kept - 1].end = std::max(spans[kept - 1].end, span.end);
        else
            spans[kept++] = span;
    }
    spans.resize(kept);
}

/// Merged spans to runs inside a tight box.
Mask fromMerged(const std::vector<Span>& spans) {
    if (spans.empty())
        return {};
    int left = spans.front().begin, right = spans.front().end;
    for (const Span& span : spans) {
        left = std::min(left, span.begin);
        right = std::max(right, span.end);
    }
    Mask mask{left, spans.front().y, right - left, spans.back().y - spans.front().y + 1, {}};
    std::uint64_t written = 0; // pixels that have a run already
    const auto push = [&](std::uint64_t until, bool foreground) {
        if (until == written && !mask.runs.empty())
            return;
        const bool lastIsForeground = mask.runs.size() % 2 == 0;
        if (!mask.runs.empty() && lastIsForeground == foreground)
            mask.runs.back() += std::uint32_t(until - written);
        else
            mask.runs.push_back(std::uint32_t(until - written));
        written = until;
    };
    for (const Span& span : spans) {
        const std::uint64_t row = std::uint64_t(span.y - mask.y) * std::uint64_t(mask.width);
        push(row + std::uint64_t(span.begin - left), false);
        push(row + std::uint64_t(span.end - left), true);
    }
    push(std::uint64_t(mask.width) * std::uint64_t(mask.height), false);
    return mask;
}

struct Interval {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void add(double from, double to) {
        low = std::min(low, from);
        high = std::max(high, to);
    }
};

/// Of a disc around `centre` at the height `y`.
void addDisc(Interval& all, Point centre, double radius, double y) {
    const double squared = radius * radius - (y - centre.y) * (y - centre.y);
    if (squared >= 0)
        all.add(centre.x - std::sqrt(squared), centre.x + std::sqrt(squared));
}

/// Narrows [low, high] to where low₁ ≤ slope · x + offset ≤ high₁.
void narrow(double slope, double offset, double from, double to, double& low, double& high) {
    if (slope == 0) {
        if (offset < from || offset > to)
            high = low - 1;
        return;
    }
    double a = (from - offset) / slope, b = (to - offset) / slope;
    if (a > b)
        std::swap(a, b);
    low = std::max(low, a);
    high = std::min(high, b);
}

/// Of the strip between two discs at the height `y`: the points beside the segment, at most `radius` away.
void addStrip(Interval& all, Point a, Point b, double radius, double y) {
    const double length = distance(a, b);
    if (length == 0)
        return;
    const double ux = (b.x - a.x) / length, uy = (b.y - a.y) / length;
    double low = -1e12, high = 1e12;
    narrow(ux, (y - a.y) * uy - a.x * ux, 0, length, low, high);
    narrow(uy, -a.x * uy - (y - a.y) * ux, -radius, radius, low, high);
    if (low <= high)
        all.add(low, high);
}

} // namespace

std::vector<Span> spansOf(const Mask& mask) {
    std::vector<Span> spans;
    const std::uint64_t width = mask.width > 0 ? std::uint64_t(mask.width) : 1;
    forEachForegroundRun(mask, [&](std::uint64_t begin, std::uint64_t end) {
        while (begin < end) {
            const std::uint64_t row = begin / width;
            const std::uint64_t stop = std::min(end, (row + 1) * width);
            spans.push_back(
                {mask.y + int(row), mask.x + int(begin - row * width), mask.x + int(stop - row * width)});
            begin = stop;
        }
    });
    return spans;
}

Mask maskFromSpans(std::vector<Span> spans) {
    merge(spans);
    return fromMerged(spans);
}

Point brushCentre(Point point, int diameter) {
    if (diameter % 2 != 0)
        return {std::floor(point.x) + 0.5, std::floor(point.y) + 0.5};
    return {std::round(point.x), std::round(point.y)};
}

std::vector<Span> brushSpans(Point from, Point to, int diameter, Extent image) {
    constexpr double kRounding = 1e-9; // what lies on the rim is covered on both sides alike
    const double radius = diameter / 2.0 + kRounding;
    const int top = int(std::max(0.0, std::floor(std::min(from.y, to.y) - radius)));
    const int bottom = int(std::min(double(image.height), std::ceil(std::max(from.y, to.y) + radius)));
    std::vector<Span> spans;
    for (int y = top; y < bottom; ++y) {
        Interval covered;
        addDisc(covered, from, radius, y + 0.5);
        addDisc(covered, to, radius, y + 0.5);
        addStrip(covered, from, to, radius, y + 0.5);
        if (covered.low > covered.high)
            continue;
        const int begin = int(std::clamp(std::ceil(covered.low - 0.5), 0.0, double(image.width)));
        const int end = int(std::clamp(std::floor(covered.high - 0.5) + 1, 0.0, double(image.width)));
        if (begin < end)
            spans.push_back({y, begin, end});
    }
    return spans;
}

Mask united(const Mask& mask, const std::vector<Span>& with) {
    std::vector<Span> spans = spansOf(mask);
    spans.insert(spans.end(), with.begin(), with.end());
    return maskFromSpans(std::move(spans));
}

Mask subtracted(const Mask& mask, const std::vector<Span>& without) {
    std::vector<Span> holes = without;
    merge(holes);
    std::vector<Span> left;
    auto hole = holes.begin();
    for (Span span : spansOf(mask)) {
        const auto isBefore = [&](const Span& h) {
            return h.y < span.y || (h.y == span.y && h.end <= span.begin);
        };
        while (hole != holes.end() && isBefore(*hole))
            ++hole;
        for (auto h = hole; h != holes.end() && h->y == span.y && h->begin < span.end; ++h) {
            if (h->begin > span.begin)
                left.push_back({span.y, span.begin, h->begin});
            span.begin = std::max(span.begin, h->end);
        }
        if (span.begin < span.end)
            left.push_back(span);
    }
    return fromMerged(left);
}

} // namespace graft::annotation
