#pragma once

#include "graph/Architectures.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graft::diagram {

/// One box of the drawing: a node, or a block that can be opened and folded up. Named by the prefix its nodes
/// share.
struct Part {
    std::string name;  ///< "layer1.0"; of a freeze stop the stop itself, "conv1+bn1"
    std::string label; ///< within its parent: "0"
    int parent = -1;   ///< a part; -1: it is on the first level
    std::vector<int> children;
    std::vector<graph::NodeIndex> nodes; ///< all inside, in the graph's order; one: the part is a node
    int stop = -1; ///< which freeze stop it belongs to; -1: the input, Outline::stops(): the head

    bool isBlock() const { return !children.empty(); }
};

/// The nodes of a network as a tree of parts: on the first level the input, the freeze stops and the head;
/// below them whatever the names have in common.
class Outline {
public:
    Outline() = default;
    Outline(const graph::Graph& graph, const graph::Architecture& architecture);

    const std::vector<Part>& parts() const { return m_parts; }
    const Part& part(int index) const { return m_parts[std::size_t(index)]; }
    int stops() const { return m_stops; }
    /// The part that is this node.
    int partOf(graph::NodeIndex node) const { return m_ofNode[std::size_t(node)]; }
    /// What is drawn of a node: the outermost block around it that is folded up, or the node itself.
    int shownFor(graph::NodeIndex node, const std::vector<bool>& opened) const;
    /// Parts whose name or op contains `text`, whatever the case; nodes and blocks in the order of the graph.
    std::vector<int> search(const graph::Graph& graph, std::string_view text) const;

private:
    int add(Part part);
    void split(const graph::Graph& graph, int parent, std::size_t depth);

    std::vector<Part> m_parts;
    std::vector<int> m_ofNode;
    int m_stops = 0;
};

enum class Learning {
    Frozen,
    Partly, ///< some of its nodes are frozen
    Learns,
    Nothing, ///< it has no parameters and what it reads learns, or it is the input
};

/// What a part is and costs.
struct Facts {
    graph::Shape output;
    std::int64_t parameters = 0;
    std::int64_t multiplyAdds = 0;
    double share = 0; ///< of the whole network's multiply-adds
    Learning learning = Learning::Nothing;
};

/// Of every part, for an input [C, H, W]; empty where it is too small for the network.
std::vector<Facts> facts(const Outline& outline, const graph::Graph& graph, const graph::FreezePlan& plan,
                         const graph::Shape& input);

/// The choice after `part` was frozen or let learn. Nothing where that cannot be: the head, the input, a part
/// without parameters.
std::optional<graph::FreezeChoice> toggled(const Outline& outline, const graph::Graph& graph,
                                           const graph::Architecture& architecture,
                                           const graph::FreezeChoice& before, int part);

} // namespace graft::diagram
