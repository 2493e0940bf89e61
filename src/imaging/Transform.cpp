#include "imaging/Transform.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

namespace graft::imaging {

Image thumbnail(const Image& image, int side) {
    assert(side > 0);
    Image rgb = toRgb8(image);
    const int longer = std::max(rgb.width(), rgb.height());
    if (longer <= side)
        return rgb;
    const auto scaled = [&](int length) {
        return std::max(1, int(std::lround(double(length) * side / longer)));
    };
    return resize(rgb, scaled(rgb.width()), scaled(rgb.height()));
}

Image crop(const Image& image, int x, int y, int width, int height) {
    assert(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= image.width() &&
           y + height <= image.height());
    const std::size_t pixel = std::size_t(image.channels()) * bytesPerSample(image.depth());
    const std::size_t row = std::size_t(width) * pixel;
    std::vector<std::byte> pixels(row * std::size_t(height));
    for (int i = 0; i < height; ++i) {
        const std::size_t from = (std::size_t(y + i) * std::size_t(image.width()) + std::size_t(x)) * pixel;
        std::memcpy(pixels.data() + std::size_t(i) * row, image.data() + from, row);
    }
    return Image(width, height, image.channels(), image.depth(), std::move(pixels), image.content());
}

} // namespace graft::imaging
