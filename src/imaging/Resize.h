#pragma once

#include "imaging/Image.h"

namespace graft::imaging {

/// A part of an image in its pixels; fractions allowed.
struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

/// resize() of the part of the image inside `box`, as Pillow's resize(box=…). 8-bit images.
Image resizeBox(const Image& image, const Box& box, int width, int height);

} // namespace graft::imaging
