#include "engine/Sgd.h"

#include "engine/TensorBytes.h"

#include <torch/torch.h>

namespace graft::engine {

Sgd::Sgd(std::vector<ParameterGroup> groups, double momentum)
    : Optimiser(std::move(groups)), m_momentum(momentum) {
    for (const ParameterGroup& group : m_groups) {
        std::vector<torch::Tensor>& buffers = m_buffers.emplace_back();
        for (const auto& [name, parameter] : group.parameters)
            buffers.push_back(torch::zeros_like(parameter.detach()));
    }
}

/// In a few calls for many parameters: a card would wait for hundreds of small ones.
void Sgd::stepTogether(const ParameterGroup& group, const std::vector<torch::Tensor>& all,
                       double rate) const {
    std::vector<torch::Tensor> parameters, gradients, buffers;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const torch::Tensor& parameter = group.parameters[i].second;
        if (!parameter.grad().defined())
            continue;
        parameters.push_back(parameter);
        gradients.push_back(parameter.grad());
        buffers.push_back(all[i]);
    }
    if (parameters.empty())
        return;
    at::_foreach_mul_(buffers, m_momentum);
    at::_foreach_add_(buffers, gradients);
    at::_foreach_add_(buffers, parameters, group.weightDecay);
    at::_foreach_add_(parameters, buffers, -rate);
}

void Sgd::step(double factor) {
    const torch::NoGradGuard noGradient;
    ++m_steps;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        const double rate = m_groups[g].learningRate * factor;
        if (onCard(m_groups[g])) {
            stepTogether(m_groups[g], m_buffers[g], rate);
            continue;
        }
        for (std::size_t i = 0; i < m_buffers[g].size(); ++i) {
            torch::Tensor& parameter = m_groups[g].parameters[i].second;
            if (!parameter.grad().defined())
                continue;
            torch::Tensor& buffer = m_buffers[g][i];
            buffer.mul_(m_momentum).add_(parameter.grad()).add_(parameter, m_groups[g].weightDecay);
            parameter.sub_(buffer, rate);
        }
    }
}

weights::TensorMap Sgd::save() const {
    weights::TensorMap tensors;
    for (std::size_t g = 0; g < m_groups.size(); ++g)
        for (std::size_t i = 0; i < m_buffers[g].size(); ++i)
            tensors[m_groups[g].parameters[i].first + ".momentum"] = bytesOf(m_buffers[g][i]);
    return tensors;
}

bool Sgd::load(const weights::TensorMap& tensors, std::int64_t steps) {
    const torch::NoGradGuard noGradient;
    std::vector<std::pair<torch::Tensor, const weights::Tensor*>> copies;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        for (std::size_t i = 0; i < m_buffers[g].size(); ++i) {
            const auto found = tensors.find(m_groups[g].parameters[i].first + ".momentum");
            if (found == tensors.end() || found->second.shape != m_buffers[g][i].sizes().vec() ||
                found->second.type != weights::DType::F32)
                return false;
            copies.emplace_back(m_buffers[g][i], &found->second);
        }
    }
    for (auto& [buffer, tensor] : copies)
        buffer.copy_(viewOf(*tensor));
    m_steps = steps;
    return true;
}

} // namespace graft::engine
