#include "engine/Network.h"

#include <torch/torch.h>

namespace graft::engine {

void standardise(Network& network, const std::string& name, const torch::Tensor& features) {
    const torch::NoGradGuard noGradient;
    const torch::Tensor values = features.to(torch::kFloat64);
    const torch::Tensor variance = values.var(0, /*unbiased=*/false);
    const torch::Tensor floor = variance.mean() * 1e-3;
    network.tensor(name + ".running_mean").copy_(values.mean(0));
    network.tensor(name + ".running_var").copy_(torch::maximum(variance, floor));
}

} // namespace graft::engine
