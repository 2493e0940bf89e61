#include "imaging/Transform.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>
#include <limits>

namespace graft::imaging {
namespace {

/// Maps samples to 0…255: from the smallest to the largest finite colour sample. 8-bit samples keep their
/// value.
struct Stretch {
    double low = 0;
    double scale = 1;
    double constant = -1; ///< ≥ 0: every sample becomes this

    std::uint8_t operator()(double sample) const {
        if (constant >= 0)
            return std::uint8_t(constant);
        const double value = (sample - low) * scale + 0.5;
        return value >= 255 ? 255 : value > 0 ? std::uint8_t(value) : std::uint8_t(0); // NaN: 0
    }
};

template <typename Sample>
Sample sampleAt(const Image& image, std::size_t index) {
    Sample sample;
    std::memcpy(&sample, image.data() + index * sizeof(Sample), sizeof(Sample));
    return sample;
}

template <typename Sample>
Stretch stretchOf(const Image& image) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    const std::size_t channels = std::size_t(image.channels());
    const std::size_t samples = image.bytes() / sizeof(Sample);
    for (std::size_t i = 0; i < samples; ++i) {
        const double sample = sampleAt<Sample>(image, i);
        if (!std::isfinite(sample) || (channels == 4 && i % 4 == 3))
            continue;
        low = std::min(low, sample);
        high = std::max(high, sample);
    }
    if (!(high > low))
        return {.constant = 128};
    return {.low = low, .scale = 255 / (high - low)};
}

/// What a fully opaque sample of the alpha channel is.
template <typename Sample>
constexpr double opaque() {
    return std::is_floating_point_v<Sample> ? 1.0 : double(std::numeric_limits<Sample>::max());
}

template <typename Sample>
Image converted(const Image& image, const Stretch& stretch) {
    const std::size_t channels = std::size_t(image.channels());
    const std::size_t count = std::size_t(image.width()) * std::size_t(image.height());
    std::vector<std::byte> pixels(count * 3);
    auto* out = reinterpret_cast<std::uint8_t*>(pixels.data());
    for (std::size_t i = 0; i < count; ++i, out += 3) {
        for (std::size_t c = 0; c < 3; ++c)
            out[c] = stretch(sampleAt<Sample>(image, i * channels + (channels == 1 ? 0 : c)));
        if (channels != 4)
            continue;
        const double alpha = sampleAt<Sample>(image, i * 4 + 3) / opaque<Sample>();
        const double visible = alpha > 0 ? std::min(alpha, 1.0) : 0.0;
        for (std::size_t c = 0; c < 3; ++c)
            out[c] = std::uint8_t(255 - (255 - out[c]) * visible + 0.5);
    }
    return Image(image.width(), image.height(), 3, Depth::U8, std::move(pixels));
}

} // namespace

Image toRgb8(const Image& image) {
    assert(!image.empty());
    switch (image.depth()) {
    case Depth::U8:
        return image.channels() == 3 ? image : converted<std::uint8_t>(image, {});
    case Depth::U16:
        return converted<std::uint16_t>(image, stretchOf<std::uint16_t>(image));
    case Depth::F32:
        return converted<float>(image, stretchOf<float>(image));
    }
    return image;
}

} // namespace graft::imaging
