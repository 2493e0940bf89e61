#pragma once

#include "engine/Network.h"

namespace graft::engine {

/// An exponential moving average of the tensors that learn, parameters and BatchNorm's statistics: steadier
/// than the newest step. The decay rises with the steps, (1 + n) / (10 + n) at most, so that the start is
/// forgotten. What is put into the network may lie back towards the tensors at the start, which are kept,
/// too: halfway between pretrained and fine-tuned weights is often better than either (Wortsman et al., 2022,
/// “Robust fine-tuning of zero-shot models”).
class WeightAverage {
public:
    /// The network must outlive it, and is at the start. `startShare`: 0 for the average itself, up to 1.
    WeightAverage(Network& network, double decay, double startShare = 0);

    /// After a step of the optimiser.
    void update(std::int64_t steps);
    /// Puts the average, moved back towards the start, into the network; the second time the newest tensors
    /// again, to the last bit. Not updated in between.
    void swap();

    weights::TensorMap save() const;
    /// Nothing where the start has no share.
    weights::TensorMap saveStart() const;
    /// False where a tensor is missing or of another shape; then nothing is changed.
    bool load(const weights::TensorMap& average, const weights::TensorMap& start = {});

private:
    using Tensors = std::vector<std::pair<std::string, torch::Tensor>>;

    Network& m_network;
    double m_decay;
    double m_startShare;
    Tensors m_average;
    Tensors m_start;                     ///< none where it has no share
    std::vector<torch::Tensor> m_newest; ///< while the average is in the network
};

} // namespace graft::engine
