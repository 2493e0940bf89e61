#include "imaging/Transform.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

namespace graft::imaging {
namespace {

/// Every sample as 8 bits, as toRgb8() does; NaN as 0.
template <typename Sample>
std::vector<std::byte> stretched(const Image& image, const Window& window) {
    const double scale = window.high > window.low ? 255 / (window.high - window.low) : 0;
    std::vector<std::byte> pixels(image.bytes() / sizeof(Sample));
    const std::byte* at = image.data();
    for (std::byte& pixel : pixels) {
        Sample sample;
        std::memcpy(&sample, at, sizeof sample);
        at += sizeof sample;
        const double value = scale == 0 ? 128 : (double(sample) - window.low) * scale;
        pixel = value >= 255 ? std::byte(255) : value > 0 ? std::byte(std::floor(value + 0.5)) : std::byte(0);
    }
    return pixels;
}

} // namespace

std::array<int, 3> shownBands(int bands) {
    if (bands == 1)
        return {0, 0, 0};
    return bands == 2 ? std::array{0, 1, 0} : std::array{0, 1, 2};
}

Image selectBands(const Image& image, std::span<const int> channels) {
    assert(!image.empty() && (channels.size() == 1 || channels.size() == 3));
    const std::size_t sample = bytesPerSample(image.depth());
    const std::size_t pixel = std::size_t(image.channels()) * sample;
    std::vector<std::size_t> offsets;
    for (const int channel : channels)
        offsets.push_back(std::size_t(std::clamp(channel, 0, image.channels() - 1)) * sample);
    std::vector<std::byte> pixels(image.bytes() / pixel * offsets.size() * sample);
    std::byte* out = pixels.data();
    for (const std::byte *at = image.data(), *end = at + image.bytes(); at < end; at += pixel)
        for (const std::size_t offset : offsets) {
            std::memcpy(out, at + offset, sample);
            out += sample;
        }
    return Image(image.width(), image.height(), int(offsets.size()), image.depth(), std::move(pixels));
}

Image selectBands(const Image& image, std::initializer_list<int> channels) {
    return selectBands(image, std::span(channels.begin(), channels.size()));
}

Image toBands8(const Image& image) {
    assert(!image.empty() && !image.hasAlpha());
    const auto bands = [&](std::vector<std::byte> pixels) {
        return Image(image.width(), image.height(), image.channels(), Depth::U8, std::move(pixels),
                     Content::Bands);
    };
    switch (image.depth()) {
    case Depth::U16:
        return bands(stretched<std::uint16_t>(image, fullWindow(image)));
    case Depth::F32:
        return bands(stretched<float>(image, fullWindow(image)));
    case Depth::U8:
        break;
    }
    if (image.content() == Content::Bands)
        return image;
    return bands({image.data(), image.data() + image.bytes()});
}

} // namespace graft::imaging
