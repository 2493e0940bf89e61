#pragma once

#include "imaging/Image.h"

namespace graft::imaging {

/// 8-bit RGB of any Image: grey repeated, alpha over white, 16-bit and float stretched from their own minimum
/// and maximum (a constant image becomes mid-grey).
Image toRgb8(const Image& image);

/// Antialiased bilinear (area-aware), the same filter as Pillow's and torchvision's `antialias=True`. 8-bit
/// images.
Image resize(const Image& image, int width, int height);

/// Longer side at most `side`, never enlarged, aspect kept. 8-bit RGB.
Image thumbnail(const Image& image, int side);

Image crop(const Image& image, int x, int y, int width, int height);

} // namespace graft::imaging
