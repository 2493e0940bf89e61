#pragma once

#include "base/Random.h"
#include "training/LearningOptions.h"

#include <torch/types.h>

#include <vector>

namespace graft::training {

/// A batch in which each image holds something of another one of the batch.
struct MixedBatch {
    std::vector<torch::Tensor> values; ///< at the cut, [n, …] each
    torch::Tensor others;              ///< [n]: the targets of what was mixed in
    double share = 0;                  ///< of the others, in picture and target alike; 0: nothing was mixed
};

/// Mixup (Zhang et al. 2018) blends the values at the cut: the pictures themselves where nothing is frozen,
/// feature maps or features where something is (manifold mixup). CutMix (Yun et al. 2019) pastes a rectangle,
/// which takes pictures or feature maps; where a batch has none it blends. With both, a coin decides. The
/// shares are drawn from Beta(alpha, alpha), everything from `seed`.
MixedBatch mixBatch(const std::vector<torch::Tensor>& values, const torch::Tensor& targets,
                    const LearningOptions& options, std::uint64_t seed);

/// From Beta(alpha, alpha).
double drawBeta(Random& random, double alpha);

} // namespace graft::training
