#pragma once

#include <cstddef>
#include <span>

namespace graft::imaging {

/// The orientation (1…8, EXIF 2.3 tag 0x0112) in an EXIF block, with or without its leading "Exif\0\0"; 1
/// where none.
int exifOrientation(std::span<const std::byte> block);

} // namespace graft::imaging
