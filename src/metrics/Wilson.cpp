#include "metrics/Classification.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace graft::metrics {

Estimate wilson(std::int64_t successes, std::int64_t trials) {
    assert(successes >= 0 && successes <= trials);
    if (trials == 0) {
        constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
        return {kUndefined, kUndefined, kUndefined};
    }
    constexpr double z = 1.959963984540054; // 97.5th percentile of the standard normal
    const double n = double(trials);
    const double p = double(successes) / n;
    const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    // At the ends the bounds are exactly 0 and 1; rounding must not say otherwise.
    return {p, successes == 0 ? 0 : std::max(0.0, centre - half),
            successes == trials ? 1 : std::min(1.0, centre + half)};
}

Estimate f1Estimate(std::int64_t truePositives, std::int64_t falsePositivesAndNegatives) {
    const Estimate jaccard = wilson(truePositives, truePositives + falsePositivesAndNegatives);
    const auto f1 = [](double share) { return 2 * share / (1 + share); };
    // Not by way of the share, which would round.
    const double value = 2.0 * double(truePositives) / double(2 * truePositives + falsePositivesAndNegatives);
    return {value, f1(jaccard.low), f1(jaccard.high)};
}

Estimate meanEstimate(std::span<const Estimate> estimates) {
    double sum = 0, below = 0, above = 0;
    int defined = 0;
    for (const Estimate& estimate : estimates) {
        if (std::isnan(estimate.value))
            continue;
        sum += estimate.value;
        below += (estimate.value - estimate.low) * (estimate.value - estimate.low);
        above += (estimate.high - estimate.value) * (estimate.high - estimate.value);
        ++defined;
    }
    if (defined == 0) {
        constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
        return {kUndefined, kUndefined, kUndefined};
    }
    const double mean = sum / defined;
    return {mean, std::max(0.0, mean - std::sqrt(below) / defined),
            std::min(1.0, mean + std::sqrt(above) / defined)};
}

} // namespace graft::metrics
