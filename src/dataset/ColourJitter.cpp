#include "dataset/ColourJitter.h"

#include <algorithm>

namespace graft::dataset {
namespace {

// BT.601 luma in 16-bit fixed point; the weights sum to 1.
constexpr int kRed = 19595, kGreen = 38470, kBlue = 7471;

double meanGrey(std::span<const std::uint8_t> rgb) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i + 2 < rgb.size(); i += 3)
        sum += std::uint64_t(rgb[i] * kRed + rgb[i + 1] * kGreen + rgb[i + 2] * kBlue);
    return double(sum) / 65536.0 / double(rgb.size() / 3);
}

double around1(double spread, Random& random) {
    return spread > 0 ? random.uniform(std::max(0.0, 1 - spread), 1 + spread) : 1.0;
}

} // namespace

ColourFactors randomFactors(const AugmentOptions& augment, Random& random) {
    ColourFactors factors;
    factors.brightness = around1(augment.brightness, random);
    factors.contrast = around1(augment.contrast, random);
    factors.saturation = around1(augment.saturation, random);
    return factors;
}

// With brightness b, contrast c, saturation s, mean grey m and a pixel's grey g, each sample v becomes
// s·(c·b·v + (1 − c)·b·m) + (1 − s)·(c·b·g + (1 − c)·b·m) = s·c·b·v + (1 − s)·c·b·g + (1 − c)·b·m.
void applyFactors(std::span<std::uint8_t> rgb, const ColourFactors& factors) {
    if (factors.identity() || rgb.empty())
        return;
    const double gain = factors.contrast * factors.brightness;
    const double lift =
        factors.contrast == 1 ? 0 : (1 - factors.contrast) * factors.brightness * meanGrey(rgb);
    const float own = float(factors.saturation * gain);
    const float grey = float((1 - factors.saturation) * gain / 65536.0);
    const float offset = float(lift + 0.5);
    for (std::size_t i = 0; i + 2 < rgb.size(); i += 3) {
        const float common = grey * float(rgb[i] * kRed + rgb[i + 1] * kGreen + rgb[i + 2] * kBlue) + offset;
        for (std::size_t c = 0; c < 3; ++c)
            rgb[i + c] = std::uint8_t(std::clamp(own * float(rgb[i + c]) + common, 0.0f, 255.0f));
    }
}

} // namespace graft::dataset
