#include "graph/Architectures.h"

#include <algorithm>

namespace graft::graph {

namespace {

constexpr std::size_t kNamesShown = 3;

/// A node with parameters: its name, and whether it is frozen.
struct Flagged {
    std::string_view name;
    bool frozen;
};

/// The shortest prefixes that hold just the frozen nodes, in the order of the nodes. Those given share the
/// first `depth` characters of their names.
void shortestPrefixes(const std::vector<Flagged>& nodes, std::size_t depth,
                      std::vector<std::string>& prefixes) {
    std::vector<std::string_view> seen;
    for (const Flagged& first : nodes) {
        const std::string_view prefix = first.name.substr(0, first.name.find('.', depth));
        if (std::ranges::find(seen, prefix) != seen.end())
            continue;
        seen.push_back(prefix);
        std::vector<Flagged> inside;
        std::ranges::copy_if(nodes, std::back_inserter(inside),
                             [&](const Flagged& node) { return inBlock(node.name, prefix); });
        const auto frozen = std::ranges::count(inside, true, &Flagged::frozen);
        if (frozen == std::ssize(inside))
            prefixes.emplace_back(prefix);
        else if (frozen > 0)
            shortestPrefixes(inside, prefix.size() + 1, prefixes);
    }
}

std::vector<Flagged> flaggedIn(const Graph& graph, const std::string& block,
                               const std::vector<bool>& frozen) {
    std::vector<Flagged> nodes;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i)
        if (const Node& node = graph.nodes()[i]; hasParameters(node) && inBlock(node.name, block))
            nodes.push_back({node.name, i < frozen.size() && frozen[i]});
    return nodes;
}

} // namespace

FreezeChoice FreezeChoice::read(std::string_view text) {
    FreezeChoice choice{.upTo = std::string(text.substr(0, text.find(',')))};
    for (std::size_t at = text.find(','); at != std::string_view::npos;) {
        const std::size_t end = text.find(',', at + 1);
        choice.alone.emplace_back(text.substr(at + 1, end == std::string_view::npos ? end : end - at - 1));
        at = end;
    }
    return choice;
}

std::string FreezeChoice::text() const {
    std::string text = upTo;
    for (const std::string& name : alone)
        text += ',' + name;
    return text;
}

std::string aloneLabel(const FreezeChoice& choice) {
    std::string label;
    for (std::size_t i = 0; i < std::min(choice.alone.size(), kNamesShown); ++i)
        label += (i > 0 ? ", " : "") + blockLabel(choice.alone[i]);
    return choice.alone.size() > kNamesShown ? label + ", …" : label;
}

FreezeChoice freezeChoice(const Graph& graph, const Architecture& architecture,
                          const std::vector<bool>& frozen) {
    FreezeChoice choice;
    bool leading = true;
    for (const std::string& block : architecture.blocks) {
        const std::vector<Flagged> nodes = flaggedIn(graph, block, frozen);
        const bool whole = std::ranges::all_of(nodes, &Flagged::frozen);
        leading = leading && whole;
        if (leading)
            choice.upTo = block;
        else if (whole)
            choice.alone.push_back(block);
        else
            shortestPrefixes(nodes, 0, choice.alone);
    }
    if (leading)
        choice.upTo = "all";
    return choice;
}

} // namespace graft::graph
