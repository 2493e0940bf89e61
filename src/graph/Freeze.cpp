#include "graph/Architectures.h"

#include <algorithm>

namespace graft::graph {

namespace {

std::vector<std::string_view> prefixesOf(std::string_view block) {
    std::vector<std::string_view> prefixes;
    while (true) {
        const std::size_t end = block.find('+');
        prefixes.push_back(block.substr(0, end));
        if (end == std::string_view::npos)
            return prefixes;
        block.remove_prefix(end + 1);
    }
}

bool underPrefix(std::string_view name, std::string_view prefix) {
    if (prefix.starts_with('='))
        return name == prefix.substr(1);
    return name.starts_with(prefix) && (name.size() == prefix.size() || name[prefix.size()] == '.');
}

/// How many of the blocks `upTo` freezes; nothing where it names none.
std::optional<std::size_t> frozenBlocks(const Architecture& architecture, std::string_view upTo) {
    if (upTo == "none")
        return 0;
    if (upTo == "all")
        return architecture.blocks.size();
    const auto found = std::ranges::find(architecture.blocks, upTo);
    if (found == architecture.blocks.end())
        return std::nullopt;
    return std::size_t(found - architecture.blocks.begin()) + 1;
}

bool inAnyBlock(const Architecture& architecture, std::string_view nodeName) {
    return std::ranges::any_of(architecture.blocks,
                               [&](const std::string& block) { return inBlock(nodeName, block); });
}

/// A block, or prefixes that hold parameters, none of them the head's.
bool canBeFrozen(const Graph& graph, const Architecture& architecture, const std::string& name) {
    if (std::ranges::find(architecture.blocks, name) != architecture.blocks.end())
        return true;
    return std::ranges::all_of(prefixesOf(name), [&](std::string_view prefix) {
        int inside = 0, outside = 0;
        for (const Node& node : graph.nodes())
            if (underPrefix(node.name, prefix) && hasParameters(node))
                ++(inAnyBlock(architecture, node.name) ? inside : outside);
        return inside > 0 && outside == 0;
    });
}

bool draws(const Node& node) {
    return std::holds_alternative<Dropout>(node.op) || std::holds_alternative<StochasticDepth>(node.op) ||
           std::holds_alternative<Standardize>(node.op);
}

} // namespace

bool inBlock(std::string_view nodeName, std::string_view block) {
    return std::ranges::any_of(prefixesOf(block),
                               [&](std::string_view prefix) { return underPrefix(nodeName, prefix); });
}

bool inHead(std::string_view nodeName, const Architecture& architecture) {
    return inBlock(nodeName, architecture.head) || underPrefix(nodeName, "head") ||
           (!architecture.auxiliaryHead.empty() && underPrefix(nodeName, architecture.auxiliaryHead + ".fc"));
}

bool auxiliaryHelps(const Graph& graph, const Architecture& architecture, const FreezePlan& plan) {
    const auto place = graph.find(architecture.auxiliaryHead + ".pool");
    for (NodeIndex i = 0; place && i < *place; ++i)
        if (hasParameters(graph.node(i)) && !plan.frozen(i))
            return true;
    return false;
}

std::string blockLabel(std::string_view block) {
    const std::vector<std::string_view> prefixes = prefixesOf(block);
    std::string label(prefixes.front());
    if (prefixes.size() > 1)
        label.append(prefixes.size() == 2 ? ", " : " … ").append(prefixes.back());
    return label;
}

std::optional<FreezePlan> freezePlan(const Graph& graph, const Architecture& architecture,
                                     const FreezeChoice& choice) {
    const std::optional<std::size_t> count = frozenBlocks(architecture, choice.upTo);
    const auto known = [&](const std::string& name) { return canBeFrozen(graph, architecture, name); };
    if (!count || choice.alone.size() > graph.nodes().size() || !std::ranges::all_of(choice.alone, known))
        return std::nullopt;
    std::vector<std::string> blocks(architecture.blocks.begin(), architecture.blocks.begin() + long(*count));
    blocks.insert(blocks.end(), choice.alone.begin(), choice.alone.end());
    std::vector<bool> frozen;
    for (const Node& node : graph.nodes()) {
        const bool named =
            std::ranges::any_of(blocks, [&](const std::string& block) { return inBlock(node.name, block); });
        const bool follows =
            !blocks.empty() && !hasParameters(node) && !draws(node) &&
            std::ranges::all_of(node.inputs, [&](NodeIndex input) { return frozen[std::size_t(input)]; });
        frozen.push_back(named || follows);
    }
    return FreezePlan(std::move(frozen));
}

std::optional<FreezePlan> freezeUpTo(const Graph& graph, const Architecture& architecture,
                                     std::string_view text) {
    return freezePlan(graph, architecture, FreezeChoice::read(text));
}

} // namespace graft::graph
