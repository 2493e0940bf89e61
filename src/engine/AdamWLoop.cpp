#include "engine/AdamWLoop.h"

#include <cmath>

namespace graft::engine {

void moveByAdamW(float* __restrict weight, const float* __restrict gradient, float* __restrict first,
                 float* __restrict second, std::int64_t count, const AdamWMove& move) {
    const AdamWMove m = move;
    for (std::int64_t i = 0; i < count; ++i) {
        first[i] = first[i] * m.firstDecay + gradient[i] * m.firstNew;
        second[i] = second[i] * m.secondDecay + gradient[i] * gradient[i] * m.secondNew;
        weight[i] =
            weight[i] * m.kept - m.length * first[i] / (std::sqrt(second[i] / m.secondBias) + m.epsilon);
    }
}

} // namespace graft::engine
