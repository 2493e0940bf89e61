#include "engine/AdamW.h"

#include "engine/TensorBytes.h"

#include <torch/torch.h>

#include <cmath>

namespace graft::engine {

namespace {

constexpr double kFirstDecay = 0.9, kSecondDecay = 0.999, kEpsilon = 1e-8;

/// Nothing where it is missing or of another shape.
const weights::Tensor* fitting(const weights::TensorMap& tensors, const std::string& name,
                               const torch::Tensor& like) {
    const auto found = tensors.find(name);
    const bool fits = found != tensors.end() && found->second.shape == like.sizes().vec() &&
                      found->second.type == weights::DType::F32;
    return fits ? &found->second : nullptr;
}

} // namespace

AdamW::AdamW(std::vector<ParameterGroup> groups) : Optimiser(std::move(groups)) {
    for (const ParameterGroup& group : m_groups) {
        std::vector<Moments>& moments = m_moments.emplace_back();
        for (const auto& [name, parameter] : group.parameters)
            moments.push_back({torch::zeros_like(parameter.detach()), torch::zeros_like(parameter.detach())});
    }
}

void AdamW::step(double factor) {
    const torch::NoGradGuard noGradient;
    ++m_steps;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        const double rate = m_groups[g].learningRate * factor;
        for (std::size_t i = 0; i < m_moments[g].size(); ++i) {
            torch::Tensor& parameter = m_groups[g].parameters[i].second;
            if (!parameter.grad().defined())
                continue;
            auto& [first, second, steps] = m_moments[g][i];
            ++steps;
            const double firstBias = 1 - std::pow(kFirstDecay, double(steps));
            const double secondBias = 1 - std::pow(kSecondDecay, double(steps));
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
            const Moments& moments = m_moments[g][i];
            tensors[name + ".first"] = bytesOf(moments.first);
            tensors[name + ".second"] = bytesOf(moments.second);
            if (moments.steps != m_steps)
                tensors[name + ".steps"] = bytesOf(torch::full({1}, double(moments.steps), torch::kFloat32));
        }
    }
    return tensors;
}

bool AdamW::load(const weights::TensorMap& tensors, std::int64_t steps) {
    const torch::NoGradGuard noGradient;
    const torch::Tensor one = torch::empty({1});
    std::vector<std::vector<Moments>> loaded(m_groups.size());
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        for (std::size_t i = 0; i < m_moments[g].size(); ++i) {
            const std::string& name = m_groups[g].parameters[i].first;
            const auto* first = fitting(tensors, name + ".first", m_moments[g][i].first);
            const auto* second = fitting(tensors, name + ".second", m_moments[g][i].second);
            if (!first || !second)
                return false;
            const auto* own = fitting(tensors, name + ".steps", one);
            loaded[g].push_back(
                {viewOf(*first), viewOf(*second), own ? viewOf(*own).item().toLong() : steps});
        }
    }
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        for (std::size_t i = 0; i < m_moments[g].size(); ++i) {
            m_moments[g][i].first.copy_(loaded[g][i].first);
            m_moments[g][i].second.copy_(loaded[g][i].second);
            m_moments[g][i].steps = loaded[g][i].steps;
        }
    }
    m_steps = steps;
    return true;
}

} // namespace graft::engine
