#pragma once

#include "imaging/BmpHeader.h"

namespace graft::imaging {

/// 8 bits and fewer, plain or run-length coded. Grey where the whole palette is grey. Pixels that no run
/// draws, and indices beyond the palette, have colour 0 and black.
Result<Image> decodeBmpPalette(std::span<const std::byte> file, const BmpHeader& header);

/// 16, 24 and 32 bits. RGBA where the alpha channel holds anything but zeros.
Result<Image> decodeBmpColour(std::span<const std::byte> file, const BmpHeader& header);

/// The palette index of every pixel, top row first, of a run-length coded bitmap.
Result<std::vector<std::uint8_t>> unpackBmpRuns(std::span<const std::byte> file, const BmpHeader& header);

} // namespace graft::imaging
