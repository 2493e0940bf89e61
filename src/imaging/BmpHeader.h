#pragma once

#include "imaging/Formats.h"

#include <array>
#include <bit>

namespace graft::imaging {

/// Some bits of a pixel's number that hold one channel.
struct BmpMask {
    std::uint32_t bits = 0;

    /// The channel as 0…255.
    std::uint8_t of(std::uint32_t pixel) const {
        if (bits == 0)
            return 0;
        const int shift = std::countr_zero(bits);
        const std::uint64_t most = bits >> shift;
        return std::uint8_t((std::uint64_t((pixel & bits) >> shift) * 255 + most / 2) / most);
    }
};

/// What the headers of a Windows or OS/2 bitmap say, checked.
struct BmpHeader {
    enum class Coding { Plain, Rle8, Rle4 };

    int width = 0;
    int height = 0;
    bool topDown = false;
    int bits = 0; ///< per pixel: 1, 2, 4, 8, 16, 24 or 32
    Coding coding = Coding::Plain;
    std::array<BmpMask, 4> masks;                     ///< red, green, blue, alpha; 16 and 32 bits
    std::vector<std::array<std::uint8_t, 3>> palette; ///< RGB
    std::size_t pixels = 0;                           ///< where they begin in the file

    std::size_t stride() const { return (std::size_t(width) * std::size_t(bits) + 31) / 32 * 4; }
    /// Row of the picture for the n-th row in the file.
    int row(int n) const { return topDown ? n : height - 1 - n; }
};
Result<BmpHeader> readBmpHeader(std::span<const std::byte> file);

} // namespace graft::imaging
