#pragma once

#include <cstdint>

namespace graft::engine {

/// A step of AdamW, as numbers for one tensor.
struct AdamWMove {
    float kept = 1;                     ///< of the weight, after its decay
    float length = 0;                   ///< learning rate over the first moment's bias
    float firstDecay = 0, firstNew = 1; ///< shares of the moment as it was and of the gradient
    float secondDecay = 0, secondNew = 1;
    float secondBias = 1;
    float epsilon = 0;
};

/// Moves `count` weights and their moments along the gradient.
void moveByAdamW(float* weight, const float* gradient, float* first, float* second, std::int64_t count,
                 const AdamWMove& move);

} // namespace graft::engine
