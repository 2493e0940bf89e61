#pragma once

#include "imaging/Image.h"

#include <array>
#include <initializer_list>
#include <span>

namespace graft::imaging {

/// 8-bit RGB of any Image: grey repeated, alpha over white, of bands those of shownBands(), 16-bit and float
/// stretched from their own minimum and maximum (a constant image becomes mid-grey).
Image toRgb8(const Image& image);

/// Which bands of so many are shown as red, green and blue: the first three, of two the first as magenta and
/// the second as green.
std::array<int, 3> shownBands(int bands);
/// The given channels alone, as grey (one) or RGB (three), in the depth of the image. A channel that there is
/// not is the last.
Image selectBands(const Image& image, std::span<const int> channels);
Image selectBands(const Image& image, std::initializer_list<int> channels);
/// 8-bit bands of any Image without alpha: 16-bit and float stretched from the least to the greatest sample
/// of all of them, so that what one band is to another stays.
Image toBands8(const Image& image);

/// Which sample value is black and which is white, as radiologists say; with a gamma above 1 the middle is
/// brighter.
struct Window {
    double low = 0;
    double high = 1;
    double gamma = 1;
};
/// What toRgb8() takes by itself: 0…255, or the smallest and the largest finite colour sample.
Window fullWindow(const Image& image);
/// The same with another window, from the samples as they are, so that nothing of 16 bits or floats is lost.
Image toRgb8(const Image& image, const Window& window);

/// Antialiased bilinear (area-aware), the same filter as Pillow's and torchvision's `antialias=True`. 8-bit
/// images.
Image resize(const Image& image, int width, int height);

/// Longer side at most `side`, never enlarged, aspect kept. 8-bit RGB.
Image thumbnail(const Image& image, int side);

Image crop(const Image& image, int x, int y, int width, int height);

} // namespace graft::imaging
