#pragma once

#include "engine/AdamW.h"
#include "engine/Network.h"
#include "graph/Architectures.h"
#include "training/Options.h"

#include <torch/types.h>

#include <functional>
#include <string>
#include <vector>

namespace graft::training {

/// True for what LibTorch and the standard library throw when memory runs out.
bool isOutOfMemory(const std::exception& exception);

/// Calls `compute(atOnce)`; when memory runs out, halves `atOnce`, calls `tell` and tries again, down to one.
template <typename Compute, typename Tell>
auto withWhatFits(int& atOnce, Compute compute, Tell tell) {
    while (true) {
        try {
            return compute(atOnce);
        } catch (const std::exception& exception) {
            if (!isOutOfMemory(exception) || atOnce == 1)
                throw;
        }
        atOnce = (atOnce + 1) / 2;
        tell();
    }
}

/// How many threads serve the learning part best: a step of little work is done before others have woken up.
/// A function of the model, the cut and the batch alone, for the last bits depend on it.
int learnerThreads(const graph::Graph& graph, const graph::FrozenCut& cut, int size, int batch);

/// What the images of a batch gave.
struct BatchResult {
    double lossSum = 0; ///< cross-entropy, in nats
    std::int64_t correct = 0;
    std::int64_t images = 0;
};

/// Classification by the part of a network behind the cut: loss, gradients, optimiser.
class Learner {
public:
    struct Rates {
        double head = 1e-3;
        double rest = 1e-4;
        double weightDecay = 0; ///< of matrices and kernels; vectors (biases, BatchNorm) have none
    };
    /// `threads` compute. The network must be frozen as wanted and outlive the learner.
    Learner(engine::Network& network, std::vector<graph::NodeIndex> crossing,
            const graph::Architecture& architecture, const Rates& rates, int threads);

    /// The loss of an auxiliary head counts too, with the weight of its paper (0.4); it is not in the result.
    /// One optimiser step on a batch: values at the cut [n, …] and targets [n] (int64). The gradients of
    /// `atOnce` images at a time are added up. Nothing is changed where the loss is not finite. Throws what
    /// LibTorch throws.
    BatchResult step(const std::vector<torch::Tensor>& values, const torch::Tensor& targets,
                     double rateFactor, std::uint64_t dropoutSeed, int atOnce);
    /// Probabilities [n, classes] on the CPU, in eval mode.
    torch::Tensor probabilities(const std::vector<torch::Tensor>& values);
    /// The values of a node [n, …] in eval mode.
    torch::Tensor valuesOf(graph::NodeIndex node, const std::vector<torch::Tensor>& values);

    engine::AdamW& optimiser() { return m_optimiser; }

private:
    engine::Network& m_network;
    std::vector<graph::NodeIndex> m_crossing;
    std::vector<graph::NodeIndex> m_answers; ///< the output, and the auxiliary head's where there is one
    engine::AdamW m_optimiser;
    int m_threads;

    std::vector<std::pair<graph::NodeIndex, torch::Tensor>>
    known(const std::vector<torch::Tensor>& values, std::int64_t from, std::int64_t count) const;
};

} // namespace graft::training
