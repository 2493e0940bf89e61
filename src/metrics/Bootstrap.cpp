#include "metrics/Bootstrap.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace graft::metrics {

namespace {

constexpr std::uint64_t kSeed = 20'000;

/// Of sorted values; `fraction` in [0, 1].
double percentile(const std::vector<double>& sorted, double fraction) {
    const double position = fraction * double(sorted.size() - 1);
    const auto below = std::size_t(position);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (position - double(below)) * (sorted[above] - sorted[below]);
}

} // namespace

Bootstrap::Bootstrap(std::size_t images) : m_random(kSeed), m_counts(images) {}

std::span<const std::uint32_t> Bootstrap::draw() {
    std::ranges::fill(m_counts, 0u);
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        ++m_counts[m_random.below(m_counts.size())];
    return m_counts;
}

Estimate percentileInterval(double value, std::vector<double> draws) {
    std::erase_if(draws, [](double draw) { return std::isnan(draw); });
    if (std::isnan(value) || draws.empty()) {
        constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
        return {value, kUndefined, kUndefined};
    }
    std::ranges::sort(draws);
    return {value, percentile(draws, 0.025), percentile(draws, 0.975)};
}

} // namespace graft::metrics
