#include "diagram/Outline.h"

#include <algorithm>
#include <cctype>

namespace graft::diagram {

namespace {

using graph::NodeIndex;

/// The freeze stop of every node; a node that no stop names goes with what it reads, behind the last stop
/// with the head.
std::vector<int> stopOfNodes(const graph::Graph& graph, const graph::Architecture& architecture) {
    const int stops = int(architecture.blocks.size());
    std::vector<int> stopOf;
    std::size_t lastNamed = 0;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        const auto found = std::ranges::find_if(architecture.blocks, [&](const std::string& block) {
            return graph::inBlock(graph.nodes()[i].name, block);
        });
        const bool named = found != architecture.blocks.end();
        stopOf.push_back(named ? int(found - architecture.blocks.begin()) : -1);
        lastNamed = named ? i : lastNamed;
    }
    for (std::size_t i = 1; i < stopOf.size(); ++i) {
        if (stopOf[i] >= 0)
            continue;
        if (i > lastNamed || graph::inBlock(graph.nodes()[i].name, architecture.head))
            stopOf[i] = stops;
        else
            for (const NodeIndex input : graph.nodes()[i].inputs)
                stopOf[i] = std::max({stopOf[i], stopOf[std::size_t(input)], 0});
    }
    return stopOf;
}

/// The first `depth` parts of a name, separated by dots; the whole name where it has no more.
std::string_view cut(std::string_view name, std::size_t depth) {
    std::size_t at = 0;
    for (; depth > 0; --depth) {
        at = name.find('.', at);
        if (at == std::string_view::npos)
            return name;
        ++at;
    }
    return name.substr(0, at - 1);
}

/// A block whose nodes do not follow each other could not be drawn as one box: its nodes stand alone.
void dissolveTorn(const graph::Graph& graph, std::vector<Part>& children) {
    std::vector<Part> whole;
    for (const Part& child : children) {
        if (std::ranges::count(children, child.name, &Part::name) == 1)
            whole.push_back(child);
        else
            for (const NodeIndex node : child.nodes)
                whole.push_back({.name = graph.node(node).name, .nodes = {node}});
    }
    children = std::move(whole);
}

/// "features.4+features.5+features.6" as "features.4–6"; names that share nothing as they are.
std::string shortLabel(const std::string& stop) {
    const std::size_t plus = stop.find('+'), last = stop.rfind('+');
    if (plus == std::string::npos)
        return stop;
    const std::string first = stop.substr(0, plus);
    const std::size_t dot = first.rfind('.') + 1;
    if (dot == 0 || stop.compare(last + 1, dot, first, 0, dot) != 0)
        return graph::blockLabel(stop);
    return first + "–" + stop.substr(last + 1 + dot);
}

bool containsText(std::string_view text, std::string_view wanted) {
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    return !std::ranges::search(text, wanted, same).empty();
}

} // namespace

Outline::Outline(const graph::Graph& graph, const graph::Architecture& architecture)
    : m_ofNode(graph.nodes().size(), -1), m_stops(int(architecture.blocks.size())) {
    const std::vector<int> stopOf = stopOfNodes(graph, architecture);
    for (int stop = -1; stop <= m_stops; ++stop) {
        Part part{.stop = stop};
        for (std::size_t i = 0; i < stopOf.size(); ++i)
            if (stopOf[i] == stop)
                part.nodes.push_back(NodeIndex(i));
        if (part.nodes.empty())
            continue;
        if (stop < 0)
            part.name = part.label = graph.node(part.nodes.front()).name;
        else if (stop == m_stops)
            part.name = part.label = "head";
        else
            part.label = shortLabel(part.name = architecture.blocks[std::size_t(stop)]);
        const int index = add(std::move(part));
        split(graph, index, 1);
    }
}

int Outline::add(Part part) {
    const int index = int(m_parts.size());
    if (part.parent >= 0)
        m_parts[std::size_t(part.parent)].children.push_back(index);
    if (part.nodes.size() == 1)
        m_ofNode[std::size_t(part.nodes.front())] = index;
    m_parts.push_back(std::move(part));
    return index;
}

/// Makes the children of a block: `depth` is how much of their names may tell them apart.
void Outline::split(const graph::Graph& graph, int parent, std::size_t depth) {
    const std::vector<NodeIndex> nodes = part(parent).nodes;
    if (nodes.size() == 1)
        return;
    std::vector<Part> children;
    for (; children.size() < 2; ++depth) {
        children.clear();
        for (const NodeIndex node : nodes) {
            const std::string_view prefix = cut(graph.node(node).name, depth);
            if (children.empty() || children.back().name != prefix)
                children.push_back({.name = std::string(prefix)});
            children.back().nodes.push_back(node);
        }
    }
    dissolveTorn(graph, children);
    const std::size_t shared = depth >= 3 ? cut(graph.node(nodes.front()).name, depth - 2).size() + 1 : 0;
    for (Part& child : children) {
        child.parent = parent;
        child.stop = part(parent).stop;
        if (child.nodes.size() == 1)
            child.name = graph.node(child.nodes.front()).name;
        child.label = child.name.substr(std::min(shared, child.name.size()));
        if (child.label.empty()) // named as the block it stands in
            child.label = child.name.substr(child.name.rfind('.') + 1);
        split(graph, add(std::move(child)), depth);
    }
}

int Outline::shownFor(NodeIndex node, const std::vector<bool>& opened) const {
    int shown = partOf(node);
    for (int at = part(shown).parent; at >= 0; at = part(at).parent)
        if (!opened[std::size_t(at)])
            shown = at;
    return shown;
}

std::vector<int> Outline::search(const graph::Graph& graph, std::string_view text) const {
    std::vector<int> found;
    if (text.empty())
        return found;
    for (int i = 0; i < int(m_parts.size()); ++i) {
        const bool byOp =
            !part(i).isBlock() && containsText(graph::opName(graph.node(part(i).nodes.front()).op), text);
        if (byOp || containsText(part(i).name, text))
            found.push_back(i);
    }
    return found;
}

} // namespace graft::diagram
