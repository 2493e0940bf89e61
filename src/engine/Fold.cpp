#include "engine/Fold.h"

#include <torch/torch.h>

#include <algorithm>
#include <optional>

namespace graft::engine {

namespace {

using graph::NodeIndex;

std::vector<int> countReaders(const graph::Graph& graph, const std::vector<bool>& needed) {
    std::vector<int> readers(graph.nodes().size(), 0);
    for (std::size_t i = 0; i < needed.size(); ++i)
        if (needed[i])
            for (const NodeIndex input : graph.nodes()[i].inputs)
                ++readers[std::size_t(input)];
    return readers;
}

std::vector<bool> neededFor(const graph::Graph& graph, const std::vector<NodeIndex>& wanted) {
    std::vector<bool> needed(graph.nodes().size(), false);
    for (const NodeIndex node : wanted)
        needed[std::size_t(node)] = true;
    for (std::size_t i = needed.size(); i-- > 0;)
        if (needed[i])
            for (const NodeIndex input : graph.nodes()[i].inputs)
                needed[std::size_t(input)] = true;
    return needed;
}

/// The BatchNorm each convolution can take in: the only one who reads it.
std::vector<std::optional<NodeIndex>> normsBehind(const graph::Graph& graph, const std::vector<bool>& needed,
                                                  const std::vector<NodeIndex>& wanted) {
    const std::vector<int> readers = countReaders(graph, needed);
    std::vector<std::optional<NodeIndex>> norms(needed.size());
    for (std::size_t i = 0; i < needed.size(); ++i) {
        if (!needed[i] || !std::holds_alternative<graph::BatchNorm2d>(graph.nodes()[i].op))
            continue;
        const NodeIndex input = graph.nodes()[i].inputs.front();
        const bool alone =
            readers[std::size_t(input)] == 1 && std::ranges::find(wanted, input) == wanted.end();
        if (alone && std::holds_alternative<graph::Conv2d>(graph.node(input).op))
            norms[std::size_t(input)] = NodeIndex(i);
    }
    return norms;
}

/// w·γ/√(σ²+ε) and β + (b − μ)·γ/√(σ²+ε)
void foldTensors(Network& from, const graph::Node& conv, const graph::Node& norm, Network& to) {
    const auto tensor = [&](const graph::Node& node, const char* name) {
        return from.tensor(node.name + '.' + name).detach().to(torch::kFloat64);
    };
    const graph::Conv2d& op = std::get<graph::Conv2d>(conv.op);
    const double eps = std::get<graph::BatchNorm2d>(norm.op).eps;
    const torch::Tensor factor = tensor(norm, "weight") / torch::sqrt(tensor(norm, "running_var") + eps);
    const torch::Tensor bias = op.bias ? tensor(conv, "bias") : torch::zeros_like(factor);
    to.tensor(conv.name + ".weight").copy_(tensor(conv, "weight") * factor.view({-1, 1, 1, 1}));
    to.tensor(conv.name + ".bias")
        .copy_(tensor(norm, "bias") + (bias - tensor(norm, "running_mean")) * factor);
}

void copyTensors(Network& from, const graph::Node& node, Network& to) {
    for (const graph::TensorSpec& spec : graph::tensorsOf(node))
        to.tensor(spec.name).copy_(from.tensor(spec.name).detach());
}

} // namespace

FoldedNetwork fold(Network& network, const std::vector<NodeIndex>& wanted, torch::Dtype type) {
    const torch::NoGradGuard noGradient;
    const graph::Graph& graph = network.graph();
    const std::vector<bool> needed = neededFor(graph, wanted);
    const auto norms = normsBehind(graph, needed, wanted);
    graph::Graph folded;
    std::vector<NodeIndex> places(graph.nodes().size(), -1);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!needed[i] || places[i] >= 0)
            continue;
        const graph::Node& node = graph.nodes()[i];
        std::vector<NodeIndex> inputs;
        for (const NodeIndex input : node.inputs)
            inputs.push_back(places[std::size_t(input)]);
        graph::Op op = node.op;
        if (norms[i])
            std::get<graph::Conv2d>(op).bias = true;
        places[i] = folded.add(node.name, op, std::move(inputs), node.initialisation);
        if (norms[i])
            places[std::size_t(*norms[i])] = places[i];
    }
    FoldedNetwork result{Network::unfilled(std::move(folded), network.device()), {}};
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (norms[i])
            foldTensors(network, graph.nodes()[i], graph.node(*norms[i]), result.network);
        else if (needed[i] && result.network.graph().find(graph.nodes()[i].name))
            copyTensors(network, graph.nodes()[i], result.network);
    }
    for (const NodeIndex node : wanted)
        result.nodes.push_back(places[std::size_t(node)]);
    if (type != torch::kFloat32)
        result.network.computeIn(type);
    return result;
}

} // namespace graft::engine
