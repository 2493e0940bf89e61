#include "training/Learner.h"

#include "graph/Architectures.h"
#include "training/Device.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <new>
#include <string_view>

namespace graft::training {

namespace {

constexpr double kAuxiliaryWeight = 0.4;

std::vector<engine::AdamW::Group> groupsOf(engine::Network& network, const graph::Architecture& architecture,
                                           const Learner::Rates& rates) {
    std::vector<engine::AdamW::Group> groups{
        {rates.head, rates.weightDecay}, {rates.head, 0}, {rates.rest, rates.weightDecay}, {rates.rest, 0}};
    for (auto& [name, parameter] : network.trainableParameters()) {
        const std::size_t ofRest = graph::inHead(name, architecture) ? 0 : 2;
        const std::size_t isVector = parameter.dim() > 1 ? 0 : 1;
        groups[ofRest + isVector].parameters.emplace_back(name, parameter);
    }
    return groups;
}

torch::Tensor summedLoss(const torch::Tensor& logits, const torch::Tensor& targets) {
    return torch::nn::functional::cross_entropy(
        logits, targets, torch::nn::functional::CrossEntropyFuncOptions().reduction(torch::kSum));
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
                 const graph::Architecture& architecture, const Rates& rates, int threads)
    : m_network(network), m_crossing(std::move(crossing)), m_answers{network.graph().output()},
      m_optimiser(groupsOf(network, architecture, rates)), m_threads(threads) {
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

BatchResult Learner::step(const std::vector<torch::Tensor>& values, const torch::Tensor& targets,
                          double rateFactor, std::uint64_t dropoutSeed, int atOnce) {
    useThreads(m_threads);
    const std::int64_t images = targets.size(0);
    const torch::Tensor wanted = targets.to(m_network.device());
    BatchResult result{.images = images};
    m_network.setTraining(true);
    m_network.seedDropout(dropoutSeed);
    m_optimiser.zeroGradients();
    for (std::int64_t at = 0; at < images; at += atOnce) {
        const std::int64_t count = std::min<std::int64_t>(atOnce, images - at);
        const auto answers = m_network.evaluateFrom(known(values, at, count), m_answers);
        const torch::Tensor part = wanted.narrow(0, at, count);
        const torch::Tensor loss = summedLoss(answers[0], part);
        torch::Tensor taught = loss;
        for (std::size_t i = 1; i < answers.size(); ++i)
            taught = taught + kAuxiliaryWeight * summedLoss(answers[i], part);
        (taught / images).backward();
        result.lossSum += loss.item<double>();
        result.correct += (answers[0].argmax(1) == part).sum().item<std::int64_t>();
    }
    if (std::isfinite(result.lossSum))
        m_optimiser.step(rateFactor);
    return result;
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
