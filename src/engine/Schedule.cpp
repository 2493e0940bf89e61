#include "engine/Schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace graft::engine {

double cosineSchedule(double progress, double warmUp) {
    if (progress < warmUp)
        return progress / warmUp;
    const double fallen = std::min(1.0, (progress - warmUp) / (1 - warmUp));
    return 0.5 * (1 + std::cos(std::numbers::pi * fallen));
}

} // namespace graft::engine
