#include "imaging/Transform.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>
#include <limits>

namespace graft::imaging {
namespace {

/// Maps samples to 0…255.
struct Stretch {
    double low = 0;
    double scale = 0; ///< 0: the image is constant
    double exponent = 1;

    std::uint8_t operator()(double sample) const {
        if (scale == 0)
            return 128;
        double value = (sample - low) * scale;
        if (exponent != 1 && value > 0 && value < 255)
            value = 255 * std::pow(value / 255, exponent);
        return value >= 255 ? 255
               : value > 0  ? std::uint8_t(std::floor(value + 0.5))
                            : std::uint8_t(0); // NaN: 0
    }
};

template <typename Sample>
Sample sampleAt(const Image& image, std::size_t index) {
    Sample sample;
    std::memcpy(&sample, image.data() + index * sizeof(Sample), sizeof(Sample));
    return sample;
}

template <typename Sample>
Window rangeOf(const Image& image) {
    Sample low = std::numeric_limits<Sample>::max(), high = std::numeric_limits<Sample>::lowest();
    const bool transparent = image.hasAlpha();
    const std::size_t samples = image.bytes() / sizeof(Sample);
    for (std::size_t i = 0; i < samples; ++i) {
        const auto sample = sampleAt<Sample>(image, i);
        if (!std::isfinite(double(sample)) || (transparent && i % 4 == 3))
            continue;
        low = std::min(low, sample);
        high = std::max(high, sample);
    }
    return high > low ? Window{double(low), double(high)} : Window{0, 0};
}

Stretch stretchOf(const Window& window) {
    constexpr double kLeastGamma = 0.05;
    if (!(window.high > window.low))
        return {};
    return {window.low, 255 / (window.high - window.low), 1 / std::max(window.gamma, kLeastGamma)};
}

/// What a fully opaque sample of the alpha channel is.
template <typename Sample>
constexpr double opaque() {
    return std::is_floating_point_v<Sample> ? 1.0 : double(std::numeric_limits<Sample>::max());
}

std::uint8_t overWhite(std::uint8_t colour, double alpha) {
    const double visible = alpha > 0 ? std::min(alpha, 1.0) : 0.0;
    return std::uint8_t(std::floor(255 - (255 - colour) * visible + 0.5));
}

/// `to8` gives the 8-bit value of a colour sample.
template <typename Sample, typename To8>
Image converted(const Image& image, const To8& to8) {
    const std::size_t channels = std::size_t(image.channels());
    const std::size_t count = std::size_t(image.width()) * std::size_t(image.height());
    std::vector<std::byte> pixels(count * 3);
    auto* out = reinterpret_cast<std::uint8_t*>(pixels.data());
    for (std::size_t i = 0; i < count; ++i, out += 3) {
        for (std::size_t c = 0; c < 3; ++c)
            out[c] = to8(sampleAt<Sample>(image, i * channels + (channels == 1 ? 0 : c)));
        if (channels != 4)
            continue;
        const auto alpha = double(sampleAt<Sample>(image, i * 4 + 3)) / opaque<Sample>();
        for (std::size_t c = 0; alpha != 1 && c < 3; ++c)
            out[c] = overWhite(out[c], alpha);
    }
    return Image(image.width(), image.height(), 3, Depth::U8, std::move(pixels));
}

/// Of samples that are numbers of a table: quicker than arithmetic for every pixel.
template <typename Sample>
Image throughTable(const Image& image, const Stretch& stretch) {
    std::vector<std::uint8_t> table(std::size_t(std::numeric_limits<Sample>::max()) + 1);
    for (std::size_t v = 0; v < table.size(); ++v)
        table[v] = stretch(double(v));
    return converted<Sample>(image, [&](Sample sample) { return table[sample]; });
}

} // namespace

Window fullWindow(const Image& image) {
    switch (image.depth()) {
    case Depth::U8:
        break;
    case Depth::U16:
        return rangeOf<std::uint16_t>(image);
    case Depth::F32:
        return rangeOf<float>(image);
    }
    return {0, 255};
}

Image toRgb8(const Image& image, const Window& window) {
    assert(!image.empty());
    if (image.content() == Content::Bands)
        return toRgb8(selectBands(image, shownBands(image.channels())), window);
    const Stretch stretch = stretchOf(window);
    switch (image.depth()) {
    case Depth::U8:
        return throughTable<std::uint8_t>(image, stretch);
    case Depth::U16:
        return throughTable<std::uint16_t>(image, stretch);
    case Depth::F32:
        return converted<float>(image, stretch);
    }
    return image;
}

Image toRgb8(const Image& image) {
    if (image.content() == Content::Bands)
        return toRgb8(selectBands(image, shownBands(image.channels())));
    if (image.depth() != Depth::U8)
        return toRgb8(image, fullWindow(image));
    return image.channels() == 3 ? image
                                 : converted<std::uint8_t>(image, [](std::uint8_t sample) { return sample; });
}

} // namespace graft::imaging
