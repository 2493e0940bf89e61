#include "graph/Graph.h"

#include <algorithm>
#include <cassert>

namespace graft::graph {

NodeIndex Graph::add(std::string name, const Op& op, std::vector<NodeIndex> inputs,
                     Initialisation initialisation) {
    assert(!find(name));
    assert(std::ranges::all_of(inputs, [&](NodeIndex input) { return input >= 0 && input <= output(); }));
    m_nodes.push_back({std::move(name), op, std::move(inputs), initialisation});
    return output();
}

std::optional<NodeIndex> Graph::find(std::string_view name) const {
    const auto found = std::ranges::find(m_nodes, name, &Node::name);
    if (found == m_nodes.end())
        return std::nullopt;
    return NodeIndex(found - m_nodes.begin());
}

Shape inputShape(const Graph& graph, int side) {
    return {std::get<Input>(graph.node(0).op).channels, side, side};
}

} // namespace graft::graph
