#include "engine/WeightAverage.h"

#include "engine/TensorBytes.h"

#include <torch/torch.h>

#include <algorithm>

namespace graft::engine {

WeightAverage::WeightAverage(Network& network, double decay) : m_network(network), m_decay(decay) {
    for (const std::string& name : network.names(Network::Part::Learning))
        m_average.emplace_back(name, network.tensor(name).detach().clone());
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
    for (auto& [name, average] : m_average) {
        torch::Tensor& own = m_network.tensor(name);
        const torch::Tensor before = own.detach().clone();
        own.copy_(average);
        average.copy_(before);
    }
}

weights::TensorMap WeightAverage::save() const {
    weights::TensorMap tensors;
    for (const auto& [name, average] : m_average)
        tensors[name] = bytesOf(average);
    return tensors;
}

bool WeightAverage::load(const weights::TensorMap& tensors) {
    const torch::NoGradGuard noGradient;
    for (const auto& [name, average] : m_average) {
        const auto found = tensors.find(name);
        if (found == tensors.end() || found->second.shape != average.sizes().vec() ||
            found->second.type != weights::DType::F32)
            return false;
    }
    for (auto& [name, average] : m_average)
        average.copy_(viewOf(tensors.at(name)));
    return true;
}

} // namespace graft::engine
