#include "annotation/MaskRuns.h"

#include <algorithm>
#include <cassert>

namespace graft::annotation {

std::uint64_t pixelCount(const Mask& mask) {
    return mask.width > 0 && mask.height > 0 ? std::uint64_t(mask.width) * std::uint64_t(mask.height) : 0;
}

std::uint64_t foregroundPixels(const Mask& mask) {
    std::uint64_t count = 0;
    forEachForegroundRun(mask, [&](std::uint64_t begin, std::uint64_t end) { count += end - begin; });
    return count;
}

Box foregroundBox(const Mask& mask) {
    const std::uint64_t width = mask.width > 0 ? std::uint64_t(mask.width) : 1;
    std::uint64_t left = width, right = 0, top = ~0ull, bottom = 0;
    forEachForegroundRun(mask, [&](std::uint64_t begin, std::uint64_t end) {
        const std::uint64_t firstRow = begin / width, lastRow = (end - 1) / width;
        const bool oneRow = firstRow == lastRow;
        top = std::min(top, firstRow);
        bottom = std::max(bottom, lastRow + 1);
        left = std::min(left, oneRow ? begin % width : 0);
        right = std::max(right, oneRow ? (end - 1) % width + 1 : width);
    });
    if (right == 0)
        return {double(mask.x), double(mask.y), 0, 0};
    return {mask.x + double(left), mask.y + double(top), double(right - left), double(bottom - top)};
}

bool isForeground(const Mask& mask, int x, int y) {
    const std::int64_t column = std::int64_t(x) - mask.x, row = std::int64_t(y) - mask.y;
    if (column < 0 || row < 0 || column >= mask.width || row >= mask.height)
        return false;
    const std::uint64_t wanted = std::uint64_t(row) * std::uint64_t(mask.width) + std::uint64_t(column);
    std::uint64_t begin = 0;
    for (std::size_t i = 0; i < mask.runs.size() && begin <= wanted; ++i) {
        begin += mask.runs[i];
        if (wanted < begin)
            return i % 2 == 1;
    }
    return false;
}

Mask maskFromPixels(int x, int y, int width, int height, const std::vector<std::uint8_t>& pixels) {
    assert(width >= 0 && height >= 0 && pixels.size() == std::size_t(width) * std::size_t(height));
    Mask mask{.x = x, .y = y, .width = width, .height = height, .runs = {}};
    bool foreground = false;
    std::uint32_t length = 0;
    for (std::uint8_t pixel : pixels) {
        if ((pixel != 0) != foreground) {
            mask.runs.push_back(length);
            length = 0;
            foreground = !foreground;
        }
        ++length;
    }
    if (length > 0)
        mask.runs.push_back(length);
    return mask;
}

std::vector<std::uint8_t> pixelsFromMask(const Mask& mask) {
    std::vector<std::uint8_t> pixels(pixelCount(mask));
    forEachForegroundRun(mask, [&](std::uint64_t begin, std::uint64_t end) {
        std::fill(pixels.begin() + std::ptrdiff_t(begin), pixels.begin() + std::ptrdiff_t(end),
                  std::uint8_t(1));
    });
    return pixels;
}

} // namespace graft::annotation
