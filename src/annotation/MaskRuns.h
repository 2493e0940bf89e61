#pragma once

#include "annotation/Shape.h"

#include <algorithm>

namespace graft::annotation {

/// What can be said of a mask without unpacking it. Runs past width × height count as if they were not there,
/// so that a damaged mask is harmless.
std::uint64_t foregroundPixels(const Mask& mask);
/// The tightest box around the foreground; empty at the mask's corner when there is none.
Box foregroundBox(const Mask& mask);
/// Of a pixel of the image; false outside of the mask.
bool isForeground(const Mask& mask, int x, int y);

/// 0 where the mask has no area.
std::uint64_t pixelCount(const Mask& mask);

/// Calls `visit(begin, end)` for each run of foreground, as indices row by row.
template <typename Visit>
void forEachForegroundRun(const Mask& mask, Visit visit) {
    const std::uint64_t pixels = pixelCount(mask);
    std::uint64_t begin = 0;
    for (std::size_t i = 0; i < mask.runs.size() && begin < pixels; ++i) {
        const std::uint64_t end = std::min(begin + mask.runs[i], pixels);
        if (i % 2 == 1 && end > begin)
            visit(begin, end);
        begin = end;
    }
}

} // namespace graft::annotation
