#include "engine/AdamW.h"

#include "engine/TensorBytes.h"

#include <torch/torch.h>

#include <cmath>

namespace graft::engine {

namespace {

constexpr double kFirstDecay = 0.9, kSecondDecay = 0.999, kEpsilon = 1e-8;

} // namespace

AdamW::AdamW(std::vector<Group> groups) : m_groups(std::move(groups)) {
    for (const Group& group : m_groups) {
        std::vector<Moments>& moments = m_moments.emplace_back();
        for (const auto& [name, parameter] : group.parameters)
            moments.push_back({torch::zeros_like(parameter.detach()), torch::zeros_like(parameter.detach())});
    }
}

void AdamW::zeroGradients() {
    for (Group& group : m_groups)
        for (auto& [name, parameter] : group.parameters)
            parameter.mutable_grad() = torch::Tensor();
}

void AdamW::step(double factor) {
    const torch::NoGradGuard noGradient;
    ++m_steps;
    const double firstBias = 1 - std::pow(kFirstDecay, double(m_steps));
    const double secondBias = 1 - std::pow(kSecondDecay, double(m_steps));
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        const double rate = m_groups[g].learningRate * factor;
        for (std::size_t i = 0; i < m_moments[g].size(); ++i) {
            torch::Tensor& parameter = m_groups[g].parameters[i].second;
            if (!parameter.grad().defined())
                continue;
            auto& [first, second] = m_moments[g][i];
            parameter.mul_(1 - rate * m_groups[g].weightDecay);
            first.mul_(kFirstDecay).add_(parameter.grad(), 1 - kFirstDecay);
            second.mul_(kSecondDecay).addcmul_(parameter.grad(), parameter.grad(), 1 - kSecondDecay);
            const torch::Tensor scale = (second / secondBias).sqrt_().add_(kEpsilon);
            parameter.addcdiv_(first, scale, -rate / firstBias);
        }
    }
}

weights::TensorMap AdamW::save() const {
    weights::TensorMap tensors;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        for (std::size_t i = 0; i < m_moments[g].size(); ++i) {
            const std::string& name = m_groups[g].parameters[i].first;
            tensors[name + ".first"] = bytesOf(m_moments[g][i].first);
            tensors[name + ".second"] = bytesOf(m_moments[g][i].second);
        }
    }
    return tensors;
}

bool AdamW::load(const weights::TensorMap& tensors, std::int64_t steps) {
    const torch::NoGradGuard noGradient;
    std::vector<std::pair<torch::Tensor, const weights::Tensor*>> copies;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        for (std::size_t i = 0; i < m_moments[g].size(); ++i) {
            const std::string& name = m_groups[g].parameters[i].first;
            for (const auto& [moment, suffix] :
                 {std::pair(m_moments[g][i].first, ".first"), std::pair(m_moments[g][i].second, ".second")}) {
                const auto found = tensors.find(name + suffix);
                if (found == tensors.end() || found->second.shape != moment.sizes().vec() ||
                    found->second.type != weights::DType::F32)
                    return false;
                copies.emplace_back(moment, &found->second);
            }
        }
    }
    for (auto& [moment, tensor] : copies)
        moment.copy_(viewOf(*tensor));
    m_steps = steps;
    return true;
}

} // namespace graft::engine
