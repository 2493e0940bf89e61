#include "imaging/Orientation.h"

#include <cstring>
#include <type_traits>
#include <utility>

namespace graft::imaging {
namespace {

/// `bytes` of a pixel: a constant where the compiler shall know it.
template <typename Bytes>
void copyTurned(const std::byte* from, std::byte* to, int width, int height, std::ptrdiff_t start,
                std::ptrdiff_t stepX, std::ptrdiff_t stepY, Bytes bytes) {
    for (int y = 0; y < height; ++y) {
        const std::byte* source = from + (start + stepY * y) * std::ptrdiff_t(bytes);
        for (int x = 0; x < width; ++x, to += bytes, source += stepX * std::ptrdiff_t(bytes))
            std::memcpy(to, source, bytes);
    }
}

} // namespace

Image upright(const Image& image, int orientation) {
    if (orientation <= 1 || orientation > 8)
        return image;
    const bool transposed = turnsOnItsSide(orientation);
    const bool mirroredX = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool mirroredY = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    const int width = transposed ? image.height() : image.width();
    const int height = transposed ? image.width() : image.height();
    // Steps through the source, in pixels, for one step right and one step down in the result.
    const std::ptrdiff_t right = mirroredX ? -1 : 1, down = mirroredY ? -image.width() : image.width();
    const std::ptrdiff_t start = (mirroredX ? image.width() - 1 : 0) +
                                 (mirroredY ? std::ptrdiff_t(image.height() - 1) * image.width() : 0);
    const std::ptrdiff_t stepX = transposed ? down : right, stepY = transposed ? right : down;
    const std::size_t pixelBytes = std::size_t(image.channels()) * bytesPerSample(image.depth());
    std::vector<std::byte> pixels(image.bytes());
    const auto copy = [&](auto bytes) {
        copyTurned(image.data(), pixels.data(), width, height, start, stepX, stepY, bytes);
    };
    const bool usual = [&]<std::size_t... Bytes>(std::index_sequence<Bytes...>) {
        return ((pixelBytes == Bytes && (copy(std::integral_constant<std::size_t, Bytes>()), true)) || ...);
    }
    (std::index_sequence<1, 2, 3, 4, 6, 8, 12, 16>());
    if (!usual)
        copy(pixelBytes);
    return Image(width, height, image.channels(), image.depth(), std::move(pixels), image.content());
}

} // namespace graft::imaging
