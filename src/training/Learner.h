#pragma once

#include "engine/Losses.h"
#include "engine/Network.h"
#include "engine/Optimiser.h"
#include "engine/WeightAverage.h"
#include "graph/Architectures.h"
#include "training/Mixing.h"
#include "training/Options.h"
#include "training/Precision.h"

#include <torch/types.h>

#include <functional>
#include <memory>
#include <optional>
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
    double lossSum = 0; ///< plain cross-entropy, in nats, whatever the loss that is minimised
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
    /// `threads` compute. The network must be frozen as wanted and outlive the learner. `classWeights`: of
    /// the loss, one for each class; none: all alike.
    Learner(engine::Network& network, std::vector<graph::NodeIndex> crossing,
            const graph::Architecture& architecture, const Rates& rates, int threads,
            LearningOptions learning = {}, const std::vector<double>& classWeights = {});

    /// What the steps compute in; answers stay in float32.
    void learnIn(Precision precision) { m_precision = precision; }
    Precision learnsIn() const { return m_precision; }

    /// The loss of an auxiliary head counts too, with the weight of its paper (0.4); it is not in the result.
    /// One optimiser step on a batch: values at the cut [n, …] and targets [n] (int64). The gradients of
    /// `atOnce` images at a time are added up. Nothing is changed where the loss is not finite. Throws what
    /// LibTorch throws. What is random (dropout, mixing) comes from `seed`. `meanwhile` is called while a
    /// graphics card still computes: the next batch can be read then.
    BatchResult step(const std::vector<torch::Tensor>& values, const torch::Tensor& targets,
                     double rateFactor, std::uint64_t seed, int atOnce,
                     const std::function<void()>& meanwhile = {});
    /// The same with images that come in pieces: begin, add each, finish. `images`: of the whole step; where
    /// fewer come, the gradients are scaled up. Mixing needs all images in one piece.
    void beginStep(std::uint64_t seed);
    void addToStep(const std::vector<torch::Tensor>& values, const torch::Tensor& targets,
                   std::int64_t images, int atOnce, const std::function<void()>& meanwhile = {});
    BatchResult finishStep(double rateFactor);
    bool mixes() const { return m_learning.mixup > 0 || m_learning.cutMix > 0; }
    /// What such a step would start from in float32. Moves no weight, but BatchNorm's statistics.
    BatchResult lossInFloat32(const std::vector<torch::Tensor>& values, const torch::Tensor& targets,
                              std::uint64_t seed, int atOnce);
    /// Probabilities [n, classes] on the CPU, in eval mode.
    torch::Tensor probabilities(const std::vector<torch::Tensor>& values);
    /// The values of a node [n, …] in eval mode.
    torch::Tensor valuesOf(graph::NodeIndex node, const std::vector<torch::Tensor>& values);

    engine::Optimiser& optimiser() { return *m_optimiser; }
    /// Exchanges the newest weights and those that are kept (their moving average, lying back towards the
    /// start), where these are others; twice is as before.
    void swapAverage();

    /// The state of the optimiser, of the average and of where it started, by name ("optimiser.…",
    /// "average.…", "start.…").
    weights::TensorMap save() const;
    /// False where something is missing or of another shape.
    bool load(const weights::TensorMap& state, std::int64_t steps);

private:
    engine::Network& m_network;
    std::vector<graph::NodeIndex> m_crossing;
    std::vector<graph::NodeIndex> m_answers; ///< the output, and the auxiliary head's where there is one
    LearningOptions m_learning;
    engine::LossOptions m_loss;
    std::unique_ptr<engine::Optimiser> m_optimiser;
    std::optional<engine::WeightAverage> m_average; ///< from the first step on
    int m_threads;
    Precision m_precision = Precision::Float32;

    std::vector<torch::Tensor> answer(const std::vector<torch::Tensor>& values, std::int64_t from,
                                      std::int64_t count);
    /// On the device, for reading it waits until the device has computed it.
    struct Taught {
        torch::Tensor lossSum;
        torch::Tensor correct;
    };
    /// A step that has begun.
    struct Begun {
        std::uint64_t seed = 0;
        std::int64_t images = 0; ///< that its gradients are the mean of
        std::int64_t added = 0;
        std::vector<Taught> parts;
    };
    Begun m_begun;

    void teach(const MixedBatch& batch, const torch::Tensor& targets, std::int64_t from, std::int64_t count);
    BatchResult sums() const;
    torch::Tensor mixedLoss(const torch::Tensor& logits, const torch::Tensor& targets,
                            const torch::Tensor& others, double share,
                            const engine::LossOptions& options) const;
    void scaleGradients(double factor);
    void move(double rateFactor);
    bool averages() const { return m_learning.averageDecay > 0 || m_learning.startShare > 0; }
    std::vector<std::pair<graph::NodeIndex, torch::Tensor>>
    known(const std::vector<torch::Tensor>& values, std::int64_t from, std::int64_t count) const;
};

} // namespace graft::training
