#pragma once

#include <torch/types.h>

namespace graft::engine {

/// What beside plain cross-entropy a classification loss may do.
struct LossOptions {
    double labelSmoothing = 0;
    double focalGamma = 0;      ///< Lin et al. 2017: (1 - p)^gamma times the cross-entropy
    torch::Tensor classWeights; ///< [classes], float32; undefined: none

    bool plain() const { return labelSmoothing == 0 && focalGamma == 0 && !classWeights.defined(); }
};

/// Summed over the images: logits [n, classes], targets [n] (int64).
torch::Tensor summedLoss(const torch::Tensor& logits, const torch::Tensor& targets,
                         const LossOptions& options = {});

} // namespace graft::engine
