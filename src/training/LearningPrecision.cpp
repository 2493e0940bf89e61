#include "engine/Rounding.h"
#include "training/Device.h"
#include "training/PrecisionChoice.h"
#include "training/Training.h"

#include "base/Log.h"

#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <limits>

namespace graft::training {

namespace {

constexpr double kWorthwhile = 1.15; ///< times as fast
constexpr int kTurns = 2;
constexpr double kLongRun =
    1e12; ///< multiply-adds, there and back: a quarter of a minute on a small computer
constexpr double kThereAndBack = 3;

double learningWork(const TrainingOptions& options, const graph::Graph& graph, const graph::FrozenCut& cut,
                    int size, std::size_t images) {
    double work = 0;
    const auto costs = graph::costs(graph, graph::inputShape(graph, size));
    for (std::size_t i = 0; i < costs.size(); ++i)
        if (!cut.inPrefix[i])
            work += double(costs[i].multiplyAdds);
    return work * kThereAndBack * double(images) * options.epochs;
}

struct Gradient {
    std::vector<torch::Tensor> parts;
    double seconds = 0;
};

Gradient gradient(engine::Network& network,
                  const std::vector<std::pair<graph::NodeIndex, torch::Tensor>>& known,
                  const std::vector<torch::Tensor>& parameters, Precision precision) {
    const auto start = std::chrono::steady_clock::now();
    torch::Tensor logits;
    {
        const engine::Rounding rounding(network.device(), precision == Precision::Bfloat16);
        logits = network.evaluateFrom(known, {network.graph().output()}).front();
    }
    const torch::Tensor targets = (torch::arange(logits.size(0)) % logits.size(1)).to(logits.device());
    const torch::Tensor loss = torch::nn::functional::cross_entropy(logits, targets);
    Gradient gradient{torch::autograd::grad({loss}, parameters, {}, {}, false, true), 0};
    // What the graphics card has not finished would not be counted.
    if (!gradient.parts.empty() && gradient.parts.front().defined())
        gradient.parts.front().sum().item<float>();
    gradient.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return gradient;
}

double relativeDifference(const Gradient& found, const Gradient& wanted) {
    double apart = 0, whole = 0;
    for (std::size_t i = 0; i < wanted.parts.size(); ++i) {
        if (!wanted.parts[i].defined() || !found.parts[i].defined())
            continue;
        apart += (found.parts[i] - wanted.parts[i]).square().sum().item<double>();
        whole += wanted.parts[i].square().sum().item<double>();
    }
    return whole > 0 ? std::sqrt(apart / whole) : 0;
}

} // namespace

LearningTrial tryLearning(engine::Network& network, const std::vector<graph::NodeIndex>& crossing,
                          const std::vector<torch::Tensor>& values, std::stop_token stop) {
    useThreads(shareThreads().compute);
    network.setTraining(false); // BatchNorm's statistics are to stay as they are
    std::vector<std::pair<graph::NodeIndex, torch::Tensor>> known;
    for (std::size_t i = 0; i < crossing.size(); ++i)
        known.emplace_back(crossing[i], values[i]);
    std::vector<torch::Tensor> parameters;
    for (const auto& [name, parameter] : network.trainableParameters())
        parameters.push_back(parameter);
    gradient(network, known, parameters,
             Precision::Bfloat16); // the first pass makes what later ones use again
    double whole = std::numeric_limits<double>::max(), half = whole;
    LearningTrial trial;
    for (int turn = 0; turn < kTurns; ++turn) {
        if (stop.stop_requested())
            return {};
        const Gradient exact = gradient(network, known, parameters, Precision::Float32);
        if (stop.stop_requested())
            return {};
        const Gradient rounded = gradient(network, known, parameters, Precision::Bfloat16);
        whole = std::min(whole, exact.seconds);
        half = std::min(half, rounded.seconds);
        trial.difference = relativeDifference(rounded, exact);
    }
    trial.speedUp = whole / half;
    if (trial.speedUp >= kWorthwhile && *trial.difference <= kMostGradientDifference)
        trial.precision = Precision::Bfloat16;
    return trial;
}

Result<LearningTrial> chooseLearningPrecision(const TrainingOptions& options, engine::Network& network,
                                              const graph::FreezePlan& plan, Precision frozen, ImageSet& set,
                                              const dataset::Preprocessing& preprocessing,
                                              std::stop_token stop) {
    if (options.recipe == "quick")
        return LearningTrial{};
    if (const auto named = precisionNamed(options.precision))
        return LearningTrial{*named, {}, 1};
    if ((network.device().is_cpu() && !machine().bfloat16) ||
        learningWork(options, network.graph(), graph::frozenCut(network.graph(), plan), preprocessing.size,
                     set.items.size()) < kLongRun)
        return LearningTrial{};
    const auto images = imagesToTry(set, preprocessing, stop);
    if (!images)
        return images.error();
    if (images->indices.empty())
        return LearningTrial{};
    try {
        FrozenPrefix prefix(network, plan, frozen);
        return tryLearning(network, prefix.crossing(), prefix.compute(images->pixels), stop);
    } catch (const c10::Error& failure) { // an operation without a gradient in bfloat16
        log(LogLevel::Warning, failure.what_without_backtrace());
        return LearningTrial{};
    }
}

} // namespace graft::training
