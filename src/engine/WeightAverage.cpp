#include "engine/WeightAverage.h"

#include "engine/TensorBytes.h"

#include <torch/torch.h>

#include <algorithm>

namespace graft::engine {

namespace {

bool fits(const std::vector<std::pair<std::string, torch::Tensor>>& own, const weights::TensorMap& tensors) {
    return std::ranges::all_of(own, [&](const auto& named) {
        const auto found = tensors.find(named.first);
        return found != tensors.end() && found->second.shape == named.second.sizes().vec() &&
               found->second.type == weights::DType::F32;
    });
}

weights::TensorMap bytesOfAll(const std::vector<std::pair<std::string, torch::Tensor>>& own) {
    weights::TensorMap tensors;
    for (const auto& [name, tensor] : own)
        tensors[name] = bytesOf(tensor);
    return tensors;
}

} // namespace

WeightAverage::WeightAverage(Network& network, double decay, double startShare)
    : m_network(network), m_decay(decay), m_startShare(startShare) {
    for (const std::string& name : network.names(Network::Part::Learning)) {
        m_average.emplace_back(name, network.tensor(name).detach().clone());
        if (startShare > 0)
            m_start.emplace_back(name, m_average.back().second.clone());
    }
}

void WeightAverage::update(std::int64_t steps) {
    const torch::NoGradGuard noGradient;
    const double decay = std::min(m_decay, double(1 + steps) / double(10 + steps));
    if (m_network.device().is_cuda()) { // in two calls: a card would wait for hundreds of small ones
        std::vector<torch::Tensor> averages, newest;
        for (auto& [name, average] : m_average) {
            averages.push_back(average);
            newest.push_back(m_network.tensor(name).detach());
        }
        at::_foreach_mul_(averages, decay);
        at::_foreach_add_(averages, newest, 1 - decay);
        return;
    }
    for (auto& [name, average] : m_average)
        average.mul_(decay).add_(m_network.tensor(name), 1 - decay);
}

void WeightAverage::swap() {
    const torch::NoGradGuard noGradient;
    const bool back = !m_newest.empty();
    for (std::size_t i = 0; i < m_average.size(); ++i) {
        torch::Tensor& own = m_network.tensor(m_average[i].first);
        if (back) {
            own.copy_(m_newest[i]);
            continue;
        }
        m_newest.push_back(own.detach().clone());
        own.copy_(m_average[i].second);
        if (!m_start.empty())
            own.lerp_(m_start[i].second, m_startShare);
    }
    if (back)
        m_newest.clear();
}

weights::TensorMap WeightAverage::save() const {
    return bytesOfAll(m_average);
}

weights::TensorMap WeightAverage::saveStart() const {
    return bytesOfAll(m_start);
}

bool WeightAverage::load(const weights::TensorMap& average, const weights::TensorMap& start) {
    if (!fits(m_average, average) || !fits(m_start, start))
        return false;
    const torch::NoGradGuard noGradient;
    for (auto& [name, tensor] : m_average)
        tensor.copy_(viewOf(average.at(name)));
    for (auto& [name, tensor] : m_start)
        tensor.copy_(viewOf(start.at(name)));
    return true;
}

} // namespace graft::engine
