#include "dataset/ColourJitter.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace graft::dataset {
namespace {

// Luma of BT.601.
constexpr double kRed = 0.299, kGreen = 0.587, kBlue = 0.114;

double meanGrey(std::span<const std::uint8_t> rgb) {
    std::uint64_t red = 0, green = 0, blue = 0;
    for (std::size_t i = 0; i + 2 < rgb.size(); i += 3) {
        red += rgb[i];
        green += rgb[i + 1];
        blue += rgb[i + 2];
    }
    return (kRed * double(red) + kGreen * double(green) + kBlue * double(blue)) / (double(rgb.size()) / 3);
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

namespace {

/// What a sample of each value adds to the result, in 16-bit fixed point; bounded so that sums of four fit an
/// int.
using Table = std::array<std::int32_t, 256>;

Table tableOf(double slope, double offset) {
    Table table;
    for (std::size_t v = 0; v < table.size(); ++v)
        table[v] = std::int32_t(std::lround(std::clamp(slope * double(v) + offset, -8000.0, 8000.0) * 65536));
    return table;
}

std::uint8_t cut(std::int32_t sum) {
    return std::uint8_t(std::clamp(sum >> 16, 0, 255));
}

void applyTable(std::span<std::uint8_t> samples, const Table& table) {
    std::array<std::uint8_t, 256> results;
    std::ranges::transform(table, results.begin(), cut);
    for (std::uint8_t& sample : samples)
        sample = results[sample];
}

} // namespace

// With brightness b, contrast c, saturation s, mean grey m and a pixel's grey g, each sample v becomes
// s(cbv + (1 - c)bm) + (1 - s)(cbg + (1 - c)bm) = s c b v + (1 - s) c b g + (1 - c) b m.
void applyFactors(std::span<std::uint8_t> rgb, const ColourFactors& factors) {
    if (factors.identity() || rgb.empty())
        return;
    const double gain = factors.contrast * factors.brightness;
    const double lift =
        factors.contrast == 1 ? 0 : (1 - factors.contrast) * factors.brightness * meanGrey(rgb);
    const Table own = tableOf(factors.saturation * gain, lift + 0.5);
    if (factors.saturation == 1)
        return applyTable(rgb, own);
    const double grey = (1 - factors.saturation) * gain;
    const Table red = tableOf(grey * kRed, 0), green = tableOf(grey * kGreen, 0),
                blue = tableOf(grey * kBlue, 0);
    for (std::size_t i = 0; i + 2 < rgb.size(); i += 3) {
        std::uint8_t* pixel = &rgb[i];
        const std::int32_t common = red[pixel[0]] + green[pixel[1]] + blue[pixel[2]];
        for (int c = 0; c < 3; ++c)
            pixel[c] = cut(own[pixel[c]] + common);
    }
}

} // namespace graft::dataset
