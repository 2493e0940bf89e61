#include "interchange/CocoMask.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace graft::interchange {

using annotation::Mask;
using annotation::Polygon;

namespace {

constexpr std::int64_t kMostPixels = 400'000'000;

bool isPlausible(int width, int height) {
    return width > 0 && height > 0 && std::int64_t(width) * height <= kMostPixels;
}

/// Pixels of the whole image, as a mask of the part that holds something.
std::optional<Mask> cutToForeground(int width, int height, const std::vector<std::uint8_t>& pixels) {
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            if (pixels[std::size_t(y) * std::size_t(width) + std::size_t(x)]) {
                left = std::min(left, x);
                right = std::max(right, x + 1);
                top = std::min(top, y);
                bottom = y + 1;
            }
    if (right == 0)
        return std::nullopt;
    std::vector<std::uint8_t> part;
    part.reserve(std::size_t(right - left) * std::size_t(bottom - top));
    for (int y = top; y < bottom; ++y) {
        const auto row = pixels.begin() + std::ptrdiff_t(y) * width;
        part.insert(part.end(), row + left, row + right);
    }
    return annotation::maskFromPixels(left, top, right - left, bottom - top, part);
}

/// Where a polygon crosses the line through the middles of row `y`, appended to `crossings`.
void addCrossings(const Polygon& polygon, int y, std::vector<double>& crossings) {
    const double middle = y + 0.5;
    for (std::size_t i = 0; i < polygon.points.size(); ++i) {
        const annotation::Point& a = polygon.points[i];
        const annotation::Point& b = polygon.points[(i + 1) % polygon.points.size()];
        if ((a.y <= middle) != (b.y <= middle))
            crossings.push_back(a.x + (middle - a.y) * (b.x - a.x) / (b.y - a.y));
    }
}

void fill(const Polygon& polygon, int width, int height, std::vector<std::uint8_t>& pixels) {
    std::vector<double> crossings;
    for (int y = 0; y < height; ++y) {
        crossings.clear();
        addCrossings(polygon, y, crossings);
        std::ranges::sort(crossings);
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const int from = int(std::clamp(std::ceil(crossings[i] - 0.5), 0.0, double(width)));
            const int to = int(std::clamp(std::ceil(crossings[i + 1] - 0.5), 0.0, double(width)));
            for (int x = from; x < to; ++x)
                pixels[std::size_t(y) * std::size_t(width) + std::size_t(x)] = 1;
        }
    }
}

} // namespace

std::optional<Mask> maskFromCocoRuns(int width, int height, const std::vector<std::uint32_t>& counts) {
    if (!isPlausible(width, height))
        return std::nullopt;
    const auto total = std::accumulate(counts.begin(), counts.end(), std::uint64_t(0));
    if (total != std::uint64_t(width) * std::uint64_t(height))
        return std::nullopt;
    std::vector<std::uint8_t> pixels(std::size_t(width) * std::size_t(height), 0);
    std::size_t at = 0;
    for (std::size_t run = 0; run < counts.size(); ++run)
        for (std::uint32_t i = 0; i < counts[run]; ++i, ++at)
            if (run % 2 == 1)
                pixels[at % std::size_t(height) * std::size_t(width) + at / std::size_t(height)] = 1;
    return cutToForeground(width, height, pixels);
}

std::optional<std::vector<std::uint32_t>> cocoRunsFromString(std::string_view text) {
    std::vector<std::uint32_t> counts;
    for (std::size_t at = 0; at < text.size();) {
        std::int64_t value = 0;
        int shift = 0;
        int bits = 0;
        do {
            if (at == text.size() || shift > 30)
                return std::nullopt;
            bits = text[at++] - '0';
            if (bits < 0 || bits > 63)
                return std::nullopt;
            value |= std::int64_t(bits & 31) << shift;
            shift += 5;
        } while (bits & 32);
        if (bits & 16)
            value -= std::int64_t(1) << shift;
        if (counts.size() > 2)
            value += counts[counts.size() - 2];
        if (value < 0 || value > kMostPixels)
            return std::nullopt;
        counts.push_back(std::uint32_t(value));
    }
    return counts;
}

std::optional<Mask> maskFromPolygons(int width, int height, const std::vector<Polygon>& polygons) {
    if (!isPlausible(width, height))
        return std::nullopt;
    std::vector<std::uint8_t> pixels(std::size_t(width) * std::size_t(height), 0);
    for (const Polygon& polygon : polygons)
        fill(polygon, width, height, pixels);
    return cutToForeground(width, height, pixels);
}

} // namespace graft::interchange
