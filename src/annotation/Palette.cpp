#include "annotation/LabelClass.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace graft::annotation {

namespace {

/// Okabe & Ito, "Color Universal Design" (2008), without black.
constexpr std::array<std::uint32_t, 7> kOkabeIto{0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442,
                                                 0x0072B2, 0xD55E00, 0xCC79A7};

constexpr int kHues = 12; ///< around the circle, before the next ring
constexpr double kChroma = 0.14;
constexpr std::array kLightness{0.62, 0.80,
                                0.46}; ///< of the rings in turn: a hue that returns is lighter or darker

using LinearRgb = std::array<double, 3>;

/// Björn Ottosson, "A perceptual color space for image processing" (2020).
LinearRgb linearFromOklch(double lightness, double chroma, double hue) {
    const double a = chroma * std::cos(hue);
    const double b = chroma * std::sin(hue);
    const auto cube = [](double x) { return x * x * x; };
    const double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    const double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    const double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

bool inGamut(const LinearRgb& color) {
    return std::ranges::all_of(color, [](double channel) { return channel >= 0 && channel <= 1; });
}

std::uint32_t channelFromLinear(double linear) {
    const double encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
    return std::uint32_t(std::lround(255 * std::clamp(encoded, 0.0, 1.0)));
}

/// The most colourful sRGB colour of this lightness and hue, up to `kChroma`.
std::uint32_t rgbFromOklch(double lightness, double hue) {
    double chroma = kChroma;
    LinearRgb linear = linearFromOklch(lightness, chroma, hue);
    while (!inGamut(linear) && chroma > 0) {
        chroma -= 0.005;
        linear = linearFromOklch(lightness, std::max(chroma, 0.0), hue);
    }
    return channelFromLinear(linear[0]) << 16 | channelFromLinear(linear[1]) << 8 |
           channelFromLinear(linear[2]);
}

} // namespace

std::uint32_t paletteColor(int index) {
    const int wanted = std::max(index, 0);
    if (wanted < int(kOkabeIto.size()))
        return kOkabeIto[std::size_t(wanted)];
    const int beyond = wanted - int(kOkabeIto.size());
    const int ring = beyond / kHues;
    // 5 and 12 have no common divisor: each hue comes once, and neighbours in the list are far apart on the
    // circle.
    const double step = (beyond % kHues) * 5 % kHues + 0.5 * (ring % 2) + 0.25 * (ring / 2 % 2);
    return rgbFromOklch(kLightness[std::size_t(ring) % kLightness.size()],
                        2 * std::numbers::pi * step / kHues);
}

} // namespace graft::annotation
