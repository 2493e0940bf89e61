#pragma once

#include "engine/Network.h"

namespace graft::engine {

/// An exponential moving average of the tensors that learn, parameters and BatchNorm's statistics: steadier
/// than the newest step. The decay rises with the steps, (1 + n) / (10 + n) at most, so that the start is
/// forgotten.
class WeightAverage {
public:
    /// The network must outlive it.
    WeightAverage(Network& network, double decay);

    /// After a step of the optimiser.
    void update(std::int64_t steps);
    /// Exchanges the average and the network's tensors; twice is as before.
    void swap();

    weights::TensorMap save() const;
    /// False where a tensor is missing or of another shape; then nothing is changed.
    bool load(const weights::TensorMap& tensors);

private:
    Network& m_network;
    double m_decay;
    std::vector<std::pair<std::string, torch::Tensor>> m_average;
};

} // namespace graft::engine
