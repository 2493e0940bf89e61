#include "dataset/Elastic.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace graft::dataset {
namespace {

/// The first of the four nodes that count at a place, and their weights.
struct Weights {
    int first;
    std::array<double, 4> of;
};

Weights weightsAt(double place) {
    const double inCells = std::clamp(place, 0.0, 1.0) * Elastic::kCells;
    const int cell = std::min(int(inCells), Elastic::kCells - 1);
    const double t = inCells - cell, s = 1 - t;
    return {cell,
            {s * s * s / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * s * s * s - 6 * s * s + 4) / 6,
             t * t * t / 6}};
}

} // namespace

annotation::Point Elastic::displacementAt(annotation::Point place) const {
    if (m_bends.empty())
        return {};
    const Weights across = weightsAt(place.x), down = weightsAt(place.y);
    annotation::Point sum;
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 4; ++column) {
            const double weight = down.of[std::size_t(row)] * across.of[std::size_t(column)];
            const int node = ((down.first + row) * kNodes + across.first + column) * 2;
            sum.x += weight * m_bends[std::size_t(node)];
            sum.y += weight * m_bends[std::size_t(node) + 1];
        }
    return sum;
}

annotation::Point Elastic::bent(annotation::Point place) const {
    const annotation::Point by = displacementAt(place);
    return {place.x + by.x, place.y + by.y};
}

// Banach's iteration: the displacement shortens distances, so that it cannot but arrive.
annotation::Point Elastic::straightened(annotation::Point place) const {
    constexpr int kMostSteps = 400;
    constexpr double kEnough = 1e-9;
    annotation::Point found = place;
    for (int step = 0; step < kMostSteps && !m_bends.empty(); ++step) {
        const annotation::Point by = displacementAt(found);
        const annotation::Point next{place.x - by.x, place.y - by.y};
        const double moved = std::abs(next.x - found.x) + std::abs(next.y - found.y);
        found = next;
        if (moved < kEnough)
            break;
    }
    return found;
}

} // namespace graft::dataset
