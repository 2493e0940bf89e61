#include "engine/Schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace graft::engine {

namespace {

/// Half a cosine from `from` (at 0) to `to` (at 1).
double halfCosine(double from, double to, double at) {
    return to + (from - to) * 0.5 * (1 + std::cos(std::numbers::pi * std::clamp(at, 0.0, 1.0)));
}

} // namespace

double cosineSchedule(double progress, double warmUp) {
    if (progress < warmUp)
        return progress / warmUp;
    const double fallen = std::min(1.0, (progress - warmUp) / (1 - warmUp));
    return 0.5 * (1 + std::cos(std::numbers::pi * fallen));
}

double oneCycleSchedule(double progress, double peak) {
    constexpr double first = 1.0 / 25, last = first / 1e4;
    return progress < peak ? halfCosine(first, 1, progress / peak)
                           : halfCosine(1, last, (progress - peak) / (1 - peak));
}

double stepSchedule(double epoch, int every, double factor) {
    return std::pow(factor, std::floor(epoch / every));
}

void Plateau::observe(double loss, int patience, double factor) {
    constexpr double threshold = 1e-4;
    if (loss < lowest * (1 - threshold)) {
        lowest = loss;
        waited = 0;
    } else if (++waited > patience) {
        share *= factor;
        waited = 0;
    }
}

} // namespace graft::engine
