#include "graph/Graph.h"

#include <algorithm>

namespace graft::graph {

namespace {

/// The same value for the same inputs in every epoch.
bool repeats(const Node& node, bool frozen) {
    if (std::holds_alternative<Standardize>(node.op))
        return false;
    if (const auto* dropout = std::get_if<Dropout>(&node.op))
        return frozen || dropout->probability <= 0;
    if (const auto* depth = std::get_if<StochasticDepth>(&node.op))
        return frozen || depth->probability <= 0;
    return frozen || !hasParameters(node);
}

std::vector<bool> largestPrefix(const Graph& graph, const FreezePlan& plan) {
    std::vector<bool> inside;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        const Node& node = graph.nodes()[i];
        const auto known = [&](NodeIndex input) { return inside[std::size_t(input)]; };
        inside.push_back(repeats(node, plan.frozen(NodeIndex(i))) && std::ranges::all_of(node.inputs, known));
    }
    return inside;
}

std::vector<std::vector<NodeIndex>> readersOf(const Graph& graph) {
    std::vector<std::vector<NodeIndex>> readers(graph.nodes().size());
    for (std::size_t i = 0; i < graph.nodes().size(); ++i)
        for (NodeIndex input : graph.nodes()[i].inputs)
            readers[std::size_t(input)].push_back(NodeIndex(i));
    return readers;
}

/// A pooling of a value that is kept anyway costs less to repeat than to keep: such nodes leave the prefix,
/// last first.
void leaveOutRepeatable(const Graph& graph, const std::vector<std::vector<NodeIndex>>& readers,
                        std::vector<bool>& inside) {
    const auto outside = [&](NodeIndex node) { return !inside[std::size_t(node)]; };
    const auto keptAnyway = [&](NodeIndex node) {
        return std::ranges::any_of(readers[std::size_t(node)], outside);
    };
    for (NodeIndex i = graph.output() - 1; i > 0; --i) {
        const Node& node = graph.node(i);
        if (inside[std::size_t(i)] && !hasParameters(node) &&
            std::ranges::all_of(readers[std::size_t(i)], outside) &&
            std::ranges::all_of(node.inputs, keptAnyway))
            inside[std::size_t(i)] = false;
    }
}

} // namespace

FrozenCut frozenCut(const Graph& graph, const FreezePlan& plan) {
    FrozenCut cut{.inPrefix = largestPrefix(graph, plan)};
    const std::vector<std::vector<NodeIndex>> readers = readersOf(graph);
    leaveOutRepeatable(graph, readers, cut.inPrefix);
    for (NodeIndex i = 0; i <= graph.output(); ++i) {
        const auto outside = [&](NodeIndex node) { return !cut.inPrefix[std::size_t(node)]; };
        const bool read = i == graph.output() || std::ranges::any_of(readers[std::size_t(i)], outside);
        if (cut.inPrefix[std::size_t(i)] && read)
            cut.crossing.push_back(i);
    }
    return cut;
}

} // namespace graft::graph
