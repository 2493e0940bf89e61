#include "engine/Losses.h"

#include <torch/torch.h>

namespace graft::engine {

namespace {

torch::Tensor crossEntropy(const torch::Tensor& logits, const torch::Tensor& targets,
                           const LossOptions& options,
                           torch::nn::functional::CrossEntropyFuncOptions::reduction_t reduction) {
    torch::nn::functional::CrossEntropyFuncOptions chosen;
    chosen.reduction(std::move(reduction)).label_smoothing(options.labelSmoothing);
    if (options.classWeights.defined())
        chosen.weight(options.classWeights.to(logits.options()));
    return torch::nn::functional::cross_entropy(logits, targets, chosen);
}

} // namespace

torch::Tensor summedLoss(const torch::Tensor& logits, const torch::Tensor& targets,
                         const LossOptions& options) {
    if (options.focalGamma == 0)
        return crossEntropy(logits, targets, options, torch::kSum);
    const torch::Tensor sure = torch::softmax(logits, 1).gather(1, targets.unsqueeze(1)).squeeze(1);
    // The gradient of a power below one is without bounds at zero, where a picture is as good as known.
    const torch::Tensor doubt = (1 - sure).clamp_min(1e-7).pow(options.focalGamma);
    return (doubt * crossEntropy(logits, targets, options, torch::kNone)).sum();
}

} // namespace graft::engine
