#pragma once

#include "imaging/Image.h"

namespace graft::imaging {

/// Turns and mirrors the pixels as an EXIF orientation (1…8) asks, so that the picture stands upright.
Image upright(const Image& image, int orientation);

} // namespace graft::imaging
