#include "training/Learner.h"

#include "engine/AdamW.h"
#include "engine/Device.h"
#include "engine/Rounding.h"
#include "engine/Sgd.h"
#include "graph/Architectures.h"
#include "training/BlockRates.h"
#include "training/Device.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <new>
#include <string_view>
#include <utility>

namespace graft::training {

namespace {

constexpr double kAuxiliaryWeight = 0.4;

constexpr const char* kOptimiserPrefix = "optimiser.";
constexpr const char* kAveragePrefix = "average.";
constexpr const char* kStartPrefix = "start.";

std::vector<engine::ParameterGroup> groupsOf(engine::Network& network,
                                             const graph::Architecture& architecture,
                                             const Learner::Rates& rates, const LearningOptions& learning) {
    std::vector<engine::ParameterGroup> groups;
    for (auto& [name, parameter] : network.trainableParameters()) {
        const double rate = (graph::inHead(name, architecture) ? rates.head : rates.rest) *
                            blockFactor(name, architecture, learning);
        const double decay = parameter.dim() > 1 ? rates.weightDecay : 0;
        auto group = std::ranges::find_if(groups, [&](const engine::ParameterGroup& g) {
            return g.learningRate == rate && g.weightDecay == decay;
        });
        if (group == groups.end())
            group = groups.insert(groups.end(), {rate, decay});
        group->parameters.emplace_back(name, parameter);
    }
    return groups;
}

std::unique_ptr<engine::Optimiser> optimiserFor(std::vector<engine::ParameterGroup> groups,
                                                const LearningOptions& learning) {
    if (learning.optimiser == "sgd")
        return std::make_unique<engine::Sgd>(std::move(groups), learning.momentum);
    return std::make_unique<engine::AdamW>(std::move(groups));
}

engine::LossOptions lossOf(const LearningOptions& learning, const std::vector<double>& classWeights) {
    engine::LossOptions loss{learning.labelSmoothing, learning.focalGamma, {}};
    if (!classWeights.empty())
        loss.classWeights = torch::tensor(classWeights, torch::kFloat64).to(torch::kFloat32);
    return loss;
}

/// The entries under a prefix, without it.
weights::TensorMap under(const weights::TensorMap& state, std::string_view prefix) {
    weights::TensorMap part;
    for (const auto& [name, tensor] : state)
        if (name.starts_with(prefix))
            part[name.substr(prefix.size())] = tensor;
    return part;
}

} // namespace

bool isOutOfMemory(const std::exception& exception) {
    if (dynamic_cast<const std::bad_alloc*>(&exception))
        return true;
    const std::string_view text = exception.what();
    return text.find("out of memory") != std::string_view::npos ||
           text.find("can't allocate memory") != std::string_view::npos ||
           text.find("not enough memory") != std::string_view::npos;
}

Learner::Learner(engine::Network& network, std::vector<graph::NodeIndex> crossing,
                 const graph::Architecture& architecture, const Rates& rates, int threads,
                 LearningOptions learning, const std::vector<double>& classWeights)
    : m_network(network), m_crossing(std::move(crossing)), m_answers{network.graph().output()},
      m_learning(std::move(learning)), m_loss(lossOf(m_learning, classWeights)),
      m_optimiser(optimiserFor(groupsOf(network, architecture, rates, m_learning), m_learning)),
      m_threads(threads) {
    if (!architecture.auxiliaryHead.empty())
        if (const auto auxiliary = network.graph().find(architecture.auxiliaryHead + ".fc"))
            m_answers.push_back(*auxiliary);
}

int learnerThreads(const graph::Graph& graph, const graph::FrozenCut& cut, int size, int batch) {
    constexpr std::int64_t worthWaking = 32 << 20; // multiply-adds of a step: some milliseconds
    std::int64_t work = 0;
    const auto costs = graph::costs(graph, graph::inputShape(graph, size));
    for (std::size_t i = 0; i < costs.size(); ++i)
        work += cut.inPrefix[i] ? 0 : costs[i].multiplyAdds * batch;
    return work < worthWaking ? 1 : shareThreads().compute;
}

std::vector<std::pair<graph::NodeIndex, torch::Tensor>>
Learner::known(const std::vector<torch::Tensor>& values, std::int64_t from, std::int64_t count) const {
    std::vector<std::pair<graph::NodeIndex, torch::Tensor>> known;
    for (std::size_t i = 0; i < m_crossing.size(); ++i)
        known.emplace_back(m_crossing[i], values[i].narrow(0, from, count));
    return known;
}

torch::Tensor Learner::mixedLoss(const torch::Tensor& logits, const torch::Tensor& targets,
                                 const torch::Tensor& others, double share,
                                 const engine::LossOptions& options) const {
    if (share == 0)
        return engine::summedLoss(logits, targets, options);
    return engine::summedLoss(logits, targets, options) * (1 - share) +
           engine::summedLoss(logits, others, options) * share;
}

std::vector<torch::Tensor> Learner::answer(const std::vector<torch::Tensor>& values, std::int64_t from,
                                           std::int64_t count) {
    const engine::Rounding rounding(m_network.device(), m_precision == Precision::Bfloat16);
    return m_network.evaluateFrom(known(values, from, count), m_answers);
}

/// Adds the gradients of some images of a piece.
void Learner::teach(const MixedBatch& batch, const torch::Tensor& targets, std::int64_t from,
                    std::int64_t count) {
    const auto answers = answer(batch.values, from, count);
    const torch::Tensor part = targets.narrow(0, from, count);
    const torch::Tensor others = batch.others.narrow(0, from, count);
    const torch::Tensor loss = mixedLoss(answers[0], part, others, batch.share, m_loss);
    torch::Tensor taught = loss;
    for (std::size_t i = 1; i < answers.size(); ++i)
        taught = taught + kAuxiliaryWeight * mixedLoss(answers[i], part, others, batch.share, m_loss);
    (taught / m_begun.images).backward();
    const torch::NoGradGuard noGradient;
    const torch::Tensor& mostly = batch.share > 0.5 ? others : part;
    m_begun.parts.push_back(
        {(m_loss.plain() ? loss : mixedLoss(answers[0], part, others, batch.share, {})).detach(),
         (answers[0].argmax(1) == mostly).sum()});
}

/// One step along the gradients.
void Learner::move(double rateFactor) {
    if (averages() && !m_average)
        m_average.emplace(m_network, m_learning.averageDecay, m_learning.startShare);
    if (m_learning.clipNorm > 0)
        m_optimiser->clipGradients(m_learning.clipNorm);
    m_optimiser->step(rateFactor);
    if (m_average)
        m_average->update(m_optimiser->steps());
}

void Learner::beginStep(std::uint64_t seed) {
    m_begun = {.seed = seed};
    m_network.setTraining(true);
    m_network.seedDropout(seed);
    m_optimiser->zeroGradients();
}

void Learner::addToStep(const std::vector<torch::Tensor>& values, const torch::Tensor& targets,
                        std::int64_t images, int atOnce, const std::function<void()>& meanwhile) {
    useThreads(m_threads);
    MixedBatch batch = mixBatch(values, targets, m_learning, m_begun.seed);
    const torch::Tensor wanted = engine::onto(m_network.device(), targets);
    batch.others = engine::onto(m_network.device(), batch.others);
    const std::int64_t count = targets.size(0);
    m_begun.images = images;
    m_begun.added += count;
    for (std::int64_t at = 0; at < count; at += atOnce)
        teach(batch, wanted, at, std::min<std::int64_t>(atOnce, count - at));
    if (meanwhile) {
        meanwhile();
        useThreads(m_threads); // the frozen part of the next images takes all
    }
}

/// Waits until the device has computed them.
BatchResult Learner::sums() const {
    BatchResult result{.images = m_begun.added};
    for (const Taught& part : m_begun.parts) {
        result.lossSum += part.lossSum.item<double>();
        result.correct += part.correct.item<std::int64_t>();
    }
    return result;
}

void Learner::scaleGradients(double factor) {
    const torch::NoGradGuard noGradient;
    for (const engine::ParameterGroup& group : m_optimiser->groups())
        for (const auto& [name, parameter] : group.parameters)
            if (parameter.grad().defined())
                parameter.grad().mul_(factor);
}

BatchResult Learner::finishStep(double rateFactor) {
    useThreads(m_threads);
    const BatchResult result = sums();
    if (result.images > 0 && result.images < m_begun.images)
        scaleGradients(double(m_begun.images) / double(result.images));
    if (result.images > 0 && std::isfinite(result.lossSum))
        move(rateFactor);
    m_begun.parts.clear();
    return result;
}

BatchResult Learner::step(const std::vector<torch::Tensor>& values, const torch::Tensor& targets,
                          double rateFactor, std::uint64_t seed, int atOnce,
                          const std::function<void()>& meanwhile) {
    beginStep(seed);
    addToStep(values, targets, targets.size(0), atOnce, meanwhile);
    return finishStep(rateFactor);
}

BatchResult Learner::lossInFloat32(const std::vector<torch::Tensor>& values, const torch::Tensor& targets,
                                   std::uint64_t seed, int atOnce) {
    const Precision before = std::exchange(m_precision, Precision::Float32);
    beginStep(seed);
    addToStep(values, targets, targets.size(0), atOnce);
    m_precision = before;
    return sums();
}

void Learner::swapAverage() {
    if (m_average)
        m_average->swap();
}

weights::TensorMap Learner::save() const {
    weights::TensorMap state;
    for (auto& [name, tensor] : m_optimiser->save())
        state[kOptimiserPrefix + name] = std::move(tensor);
    if (!m_average)
        return state;
    for (auto& [name, tensor] : m_average->save())
        state[kAveragePrefix + name] = std::move(tensor);
    for (auto& [name, tensor] : m_average->saveStart())
        state[kStartPrefix + name] = std::move(tensor);
    return state;
}

bool Learner::load(const weights::TensorMap& state, std::int64_t steps) {
    m_average.reset();
    if (averages() && steps > 0) {
        m_average.emplace(m_network, m_learning.averageDecay, m_learning.startShare);
        if (!m_average->load(under(state, kAveragePrefix), under(state, kStartPrefix)))
            return false;
    }
    return m_optimiser->load(under(state, kOptimiserPrefix), steps);
}

torch::Tensor Learner::probabilities(const std::vector<torch::Tensor>& values) {
    const torch::NoGradGuard noGradient;
    useThreads(m_threads);
    m_network.setTraining(false);
    const torch::Tensor logits = m_network.forwardFrom(known(values, 0, values.front().size(0)));
    return torch::softmax(logits, 1).to(torch::kCPU).contiguous();
}

torch::Tensor Learner::valuesOf(graph::NodeIndex node, const std::vector<torch::Tensor>& values) {
    const torch::NoGradGuard noGradient;
    useThreads(m_threads);
    m_network.setTraining(false);
    return m_network.evaluateFrom(known(values, 0, values.front().size(0)), {node}).front().to(torch::kCPU);
}

} // namespace graft::training
