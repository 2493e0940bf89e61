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

/// Appends the shortest prefixes that hold just the frozen ones of `nodes`, in their order. `all`: every node
/// of the graph; those given share the first `depth` characters of their names.
void shortestPrefixes(const std::vector<Flagged>& nodes, const std::vector<Flagged>& all, std::size_t depth,
                      std::vector<std::string>& prefixes) {
    std::vector<std::string_view> seen;
    for (const Flagged& first : nodes) {
        const std::string_view prefix = first.name.substr(0, first.name.find('.', depth));
        if (std::ranges::find(seen, prefix) != seen.end())
            continue;
        seen.push_back(prefix);
        const auto under = [&](const Flagged& node) { return inBlock(node.name, prefix); };
        std::vector<Flagged> inside;
        std::ranges::copy_if(nodes, std::back_inserter(inside), under);
        const auto frozen = std::ranges::count(inside, true, &Flagged::frozen);
        if (frozen == std::ranges::count_if(all, under))
            prefixes.emplace_back(prefix);
        else if (frozen > 0) {
            // A node may bear the name of the block it stands in (ConvNeXt's LayerScale): "=name" is that
            // alone.
            if (const auto own = std::ranges::find(inside, prefix, &Flagged::name); own != inside.end()) {
                if (own->frozen)
                    prefixes.push_back('=' + std::string(prefix));
                inside.erase(own);
            }
            shortestPrefixes(inside, all, prefix.size() + 1, prefixes);
        }
    }
}

std::vector<Flagged> flagged(const Graph& graph, const std::vector<bool>& frozen) {
    std::vector<Flagged> nodes;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i)
        if (const Node& node = graph.nodes()[i]; hasParameters(node))
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
    const std::vector<Flagged> all = flagged(graph, frozen);
    for (const std::string& block : architecture.blocks) {
        std::vector<Flagged> nodes;
        std::ranges::copy_if(all, std::back_inserter(nodes),
                             [&](const Flagged& node) { return inBlock(node.name, block); });
        const bool whole = std::ranges::all_of(nodes, &Flagged::frozen);
        leading = leading && whole;
        if (leading)
            choice.upTo = block;
        else if (whole)
            choice.alone.push_back(block);
        else
            shortestPrefixes(nodes, all, 0, choice.alone);
    }
    if (leading)
        choice.upTo = "all";
    return choice;
}

} // namespace graft::graph
