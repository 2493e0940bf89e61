#include "engine/Optimiser.h"

#include <torch/torch.h>

#include <cmath>

namespace graft::engine {

bool onCard(const ParameterGroup& group) {
    return !group.parameters.empty() && group.parameters.front().second.is_cuda();
}

void Optimiser::zeroGradients() {
    for (ParameterGroup& group : m_groups)
        for (auto& [name, parameter] : group.parameters)
            parameter.mutable_grad() = torch::Tensor();
}

double Optimiser::clipGradients(double norm) {
    constexpr double tiny = 1e-6; // as PyTorch's clip_grad_norm_
    const torch::NoGradGuard noGradient;
    std::vector<torch::Tensor> norms; // read afterwards, for reading waits for a graphics card
    for (const ParameterGroup& group : m_groups)
        for (const auto& [name, parameter] : group.parameters)
            if (parameter.grad().defined())
                norms.push_back(parameter.grad().norm());
    double squares = 0;
    if (!norms.empty()) {
        const torch::Tensor values = torch::stack(norms).to(torch::kCPU);
        for (std::int64_t i = 0; i < values.size(0); ++i)
            squares += std::pow(values[i].item<double>(), 2);
    }
    const double total = std::sqrt(squares);
    if (const double share = norm / (total + tiny); share < 1)
        for (ParameterGroup& group : m_groups)
            for (auto& [name, parameter] : group.parameters)
                if (parameter.grad().defined())
                    parameter.mutable_grad().mul_(share);
    return total;
}

} // namespace graft::engine
