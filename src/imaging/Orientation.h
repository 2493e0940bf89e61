#pragma once

#include "imaging/Image.h"

namespace graft::imaging {

/// Turns and mirrors the pixels as an EXIF orientation (1…8) asks, so that the picture stands upright.
Image upright(const Image& image, int orientation);

/// Whether that makes the width the height.
inline bool turnsOnItsSide(int orientation) {
    return orientation >= 5 && orientation <= 8;
}

} // namespace graft::imaging
