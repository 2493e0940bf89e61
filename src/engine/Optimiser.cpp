#include "engine/Optimiser.h"

#include <torch/torch.h>

#include <cmath>

namespace graft::engine {

void Optimiser::zeroGradients() {
    for (ParameterGroup& group : m_groups)
        for (auto& [name, parameter] : group.parameters)
            parameter.mutable_grad() = torch::Tensor();
}

double Optimiser::clipGradients(double norm) {
    constexpr double tiny = 1e-6; // as PyTorch's clip_grad_norm_
    const torch::NoGradGuard noGradient;
    double squares = 0;
    for (const ParameterGroup& group : m_groups)
        for (const auto& [name, parameter] : group.parameters)
            if (parameter.grad().defined())
                squares += std::pow(parameter.grad().norm().item<double>(), 2);
    const double total = std::sqrt(squares);
    if (const double share = norm / (total + tiny); share < 1)
        for (ParameterGroup& group : m_groups)
            for (auto& [name, parameter] : group.parameters)
                if (parameter.grad().defined())
                    parameter.mutable_grad().mul_(share);
    return total;
}

} // namespace graft::engine
