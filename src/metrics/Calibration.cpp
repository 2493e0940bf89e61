#include "metrics/Calibration.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace graft::metrics {

namespace {

constexpr int kBins = 15;

/// (m−1)/15 < confidence ≤ m/15 is bin m−1.
std::size_t binOf(double confidence) {
    return std::size_t(std::clamp(int(std::ceil(confidence * kBins)) - 1, 0, kBins - 1));
}

} // namespace

double calibrationError(std::span<const Outcome> outcomes, std::span<const std::uint32_t> counts) {
    std::array<double, kBins> surplus{}; // Σ (right − confidence)
    double total = 0;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const double confidence = std::isnan(outcomes[i].confidence) ? 0 : outcomes[i].confidence;
        const double right = outcomes[i].truth == outcomes[i].predicted ? 1 : 0;
        surplus[binOf(confidence)] += counts[i] * (right - confidence);
        total += counts[i];
    }
    if (total == 0)
        return std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    for (const double bin : surplus)
        sum += std::abs(bin);
    return sum / total;
}

} // namespace graft::metrics
