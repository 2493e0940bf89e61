#pragma once

#include "base/Result.h"

#include <cstddef>
#include <cstdint>
#include <vector>

// Finding the region that a person points at. Everything in pixels of a patch: a part of an image that is
// small enough to be worked on at once. Any thread.
namespace graft::regions {

/// 8-bit RGB, row by row.
struct Patch {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb; ///< width × height × 3

    bool valid() const {
        return width > 0 && height > 0 && rgb.size() == std::size_t(width) * std::size_t(height) * 3;
    }
    bool has(int x, int y) const { return x >= 0 && y >= 0 && x < width && y < height; }
};

/// One byte per pixel of the patch, 0 or 1.
using Bits = std::vector<std::uint8_t>;

} // namespace graft::regions
