#include "dataset/TrivialAugment.h"

#include "dataset/ColourJitter.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace graft::dataset {
namespace {

using Kind = TrivialChange::Kind;
using Table = std::array<std::uint8_t, 256>;
using Counts = std::array<std::int64_t, 256>;

constexpr int kStrengths = 31;
constexpr double kMostBits = 6;          ///< that Posterize drops
constexpr double kFarthest = 32.0 / 224; ///< a translation, in shares of the side
constexpr double kWidestTurn = 135;      ///< degrees
constexpr double kStrongest = 0.99;      ///< everything else

Counts countsOf(std::span<const std::uint8_t> rgb, std::size_t channel) {
    Counts counts{};
    for (std::size_t i = channel; i < rgb.size(); i += 3)
        ++counts[rgb[i]];
    return counts;
}

/// `tableOf(counts)` says what becomes of each value of a channel.
template <typename TableOf>
void applyTables(std::span<std::uint8_t> rgb, TableOf tableOf) {
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const Table table = tableOf(countsOf(rgb, channel));
        for (std::size_t i = channel; i < rgb.size(); i += 3)
            rgb[i] = table[rgb[i]];
    }
}

/// The least value becomes 0, the greatest 255.
Table stretched(const Counts& counts) {
    const auto some = [](std::int64_t count) { return count > 0; };
    const auto low = double(std::ranges::find_if(counts, some) - counts.begin());
    const auto high =
        255.0 - double(std::ranges::find_if(counts.rbegin(), counts.rend(), some) - counts.rbegin());
    Table table;
    std::iota(table.begin(), table.end(), std::uint8_t(0));
    if (high > low)
        for (std::size_t v = 0; v < table.size(); ++v)
            table[v] = std::uint8_t(std::clamp((double(v) - low) * 255 / (high - low), 0.0, 255.0));
    return table;
}

/// Each value becomes the share of the pixels below it, half of its own included.
Table equalized(const Counts& counts) {
    Table table;
    std::iota(table.begin(), table.end(), std::uint8_t(0));
    const auto last =
        std::ranges::find_if(counts.rbegin(), counts.rend(), [](auto count) { return count > 0; });
    if (last == counts.rend())
        return table;
    const std::int64_t step = (std::accumulate(counts.begin(), counts.end(), std::int64_t(0)) - *last) / 255;
    if (step == 0)
        return table;
    std::int64_t below = step / 2;
    for (std::size_t v = 0; v < table.size(); ++v) {
        table[v] = std::uint8_t(std::min<std::int64_t>(255, below / step));
        below += counts[v];
    }
    return table;
}

Table posterized(int bits) {
    Table table;
    for (std::size_t v = 0; v < table.size(); ++v)
        table[v] = std::uint8_t(v & ~((1u << (8 - bits)) - 1));
    return table;
}

Table solarized(double from) {
    Table table;
    for (std::size_t v = 0; v < table.size(); ++v)
        table[v] = std::uint8_t(double(v) >= from ? 255 - v : v);
    return table;
}

/// Away from (factor > 1) or towards a smoothed picture; the outermost pixels stay.
void sharpen(std::span<std::uint8_t> rgb, int width, double factor) {
    const int height = int(rgb.size()) / (3 * width);
    if (width < 3 || height < 3)
        return;
    const cv::Matx33f kernel(1, 1, 1, 1, 5, 1, 1, 1, 1);
    const cv::Mat picture(height, width, CV_8UC3, rgb.data());
    cv::Mat smooth;
    cv::filter2D(picture, smooth, CV_8U, kernel * (1.0f / 13));
    const cv::Rect inside(1, 1, width - 2, height - 2);
    cv::Mat target = picture(inside);
    cv::addWeighted(picture(inside), factor, smooth(inside), 1 - factor, 0, target);
}

void applyFactor(std::span<std::uint8_t> rgb, Kind kind, double factor) {
    ColourFactors factors;
    (kind == Kind::Brightness ? factors.brightness
     : kind == Kind::Contrast ? factors.contrast
                              : factors.saturation) = factor;
    applyFactors(rgb, factors);
}

} // namespace

TrivialChange randomTrivialChange(Random& random) {
    TrivialChange change{Kind(random.below(TrivialChange::kKinds)), 0};
    const double strength = double(random.below(kStrengths)) / (kStrengths - 1);
    const double sign = random.chance(0.5) ? -1 : 1;
    switch (change.kind) {
    case Kind::TranslateX:
    case Kind::TranslateY:
        change.amount = sign * strength * kFarthest;
        break;
    case Kind::Rotate:
        change.amount = sign * strength * kWidestTurn;
        break;
    case Kind::Posterize:
        change.amount = 8 - std::nearbyint(strength * kMostBits);
        break;
    case Kind::Solarize:
        change.amount = 255 * (1 - strength);
        break;
    default:
        change.amount = sign * strength * kStrongest;
    }
    return change;
}

void applyTrivialChange(const TrivialChange& change, std::span<std::uint8_t> rgb, int width) {
    switch (change.kind) {
    case Kind::Brightness:
    case Kind::Saturation:
    case Kind::Contrast:
        return applyFactor(rgb, change.kind, 1 + change.amount);
    case Kind::Sharpness:
        return sharpen(rgb, width, 1 + change.amount);
    case Kind::Posterize:
        return applyTables(rgb, [&](const Counts&) { return posterized(int(change.amount)); });
    case Kind::Solarize:
        return applyTables(rgb, [&](const Counts&) { return solarized(change.amount); });
    case Kind::AutoContrast:
        return applyTables(rgb, stretched);
    case Kind::Equalize:
        return applyTables(rgb, equalized);
    default:
        return;
    }
}

} // namespace graft::dataset
