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

struct Mirror {
    bool horizontal = false;
    bool vertical = false;
};

/// resize() of the part of the image inside `box`, as Pillow's resize(box=…), mirrored on request. 8-bit
/// images.
Image resizeBox(const Image& image, const Box& box, int width, int height, const Mirror& mirror = {});

} // namespace graft::imaging
