#pragma once

#include "base/Random.h"
#include "metrics/Classification.h"

#include <cstdint>
#include <span>
#include <vector>

namespace graft::metrics {

/// Draws of an ordinary bootstrap over images (Efron 1979): every draw has as many images as there are, with
/// replacement. The seed is fixed, so that the same data always have the same interval.
class Bootstrap {
public:
    static constexpr int kDraws = 1000;

    explicit Bootstrap(std::size_t images);
    /// How often each image is in the next draw.
    std::span<const std::uint32_t> draw();

private:
    Random m_random;
    std::vector<std::uint32_t> m_counts;
};

/// The 2.5th and 97.5th percentile of `draws`, interpolated linearly. Draws that are NaN are left out.
Estimate percentileInterval(double value, std::vector<double> draws);

} // namespace graft::metrics
