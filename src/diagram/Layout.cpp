// The one place that calls Graphviz. Its plug-ins, error handler and string tables belong to the whole
// process and are not guarded by itself.
#include "diagram/Layout.h"

#include "base/Translate.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace graft::diagram {

namespace {

constexpr double kPointsPerInch = 72;

std::mutex graphvizMutex;
std::string graphvizSays; ///< under the mutex

int keepMessage(char* message) {
    if (graphvizSays.size() < 1000)
        graphvizSays += message;
    return 0;
}

struct CloseContext {
    void operator()(GVC_t* context) const { gvFreeContext(context); }
};
struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Context = std::unique_ptr<GVC_t, CloseContext>;
using Drawing = std::unique_ptr<Agraph_t, CloseGraph>;

void setAttribute(void* object, const char* name, const std::string& value) {
    static char none[] = "";
    agsafeset(object, const_cast<char*>(name), const_cast<char*>(value.c_str()), none);
}

std::string number(double value) {
    std::string text = std::to_string(std::int64_t(value * 1000));
    if (text.size() < 4)
        text.insert(0, 4 - text.size(), '0');
    return text.insert(text.size() - 3, "."); // whatever the locale's decimal sign
}

/// The drawing as Graphviz has it, and what of it is what of ours.
class Dot {
public:
    Dot(const Outline& outline, const graph::Graph& graph, const std::vector<bool>& opened,
        const Measures& measures)
        : m_outline(outline), m_measures(measures),
          m_drawing(agopen(const_cast<char*>("network"), Agdirected, nullptr)) {
        setAttribute(top(), "rankdir", "LR");
        setAttribute(top(), "nodesep", number(measures.gap / kPointsPerInch));
        setAttribute(top(), "ranksep", number(measures.ranks / kPointsPerInch));
        // Many crossings and long edges are not worth minutes.
        setAttribute(top(), "nslimit", "4");
        setAttribute(top(), "nslimit1", "4");
        setAttribute(top(), "mclimit", "0.5");
        for (int part = 0; part < int(outline.parts().size()); ++part)
            if (outline.part(part).parent < 0)
                addPart(part, top(), opened, 0);
        addEdges(graph, opened);
    }

    Agraph_t* top() const { return m_drawing.get(); }

    Layout read() const {
        const boxf bounds = GD_bb(top());
        const auto flipped = [&](pointf point) {
            return Point{point.x - bounds.LL.x, bounds.UR.y - point.y};
        };
        Layout layout{.width = bounds.UR.x - bounds.LL.x, .height = bounds.UR.y - bounds.LL.y};
        for (const auto& [part, node] : m_boxes) {
            const Point centre = flipped(ND_coord(node));
            const auto [width, height] = sizeOf(part);
            layout.boxes.push_back({part, {centre.x - width / 2, centre.y - height / 2, width, height}});
        }
        for (const Cluster& cluster : m_clusters) {
            const boxf area = GD_bb(cluster.graph);
            const Point corner = flipped({area.LL.x, area.UR.y});
            layout.frames.push_back({cluster.part,
                                     {corner.x, corner.y, area.UR.x - area.LL.x, area.UR.y - area.LL.y},
                                     cluster.depth});
        }
        for (const auto& [ends, edge] : m_edges) {
            Edge one{.from = ends.first, .to = ends.second};
            if (const splines* found = ED_spl(edge); found && found->size > 0)
                for (int i = 0; i < found->list[0].size; ++i)
                    one.curve.push_back(flipped(found->list[0].list[i]));
            layout.edges.push_back(std::move(one));
        }
        return layout;
    }

private:
    struct Cluster {
        int part;
        Agraph_t* graph;
        int depth;
    };

    std::pair<double, double> sizeOf(int part) const {
        return m_outline.part(part).isBlock() ? std::pair(m_measures.blockWidth, m_measures.blockHeight)
                                              : std::pair(m_measures.nodeWidth, m_measures.nodeHeight);
    }

    void addPart(int part, Agraph_t* into, const std::vector<bool>& opened, int depth) {
        const bool open = m_outline.part(part).isBlock() && opened[std::size_t(part)];
        const std::string name = (open ? "cluster" : "part") + std::to_string(part);
        if (!open)
            return addBox(part, agnode(into, const_cast<char*>(name.c_str()), 1));
        Agraph_t* cluster = agsubg(into, const_cast<char*>(name.c_str()), 1);
        setAttribute(cluster, "margin", number(m_measures.margin));
        m_clusters.push_back({part, cluster, depth});
        for (const int child : m_outline.part(part).children)
            addPart(child, cluster, opened, depth + 1);
    }

    void addBox(int part, Agnode_t* node) {
        const auto [width, height] = sizeOf(part);
        setAttribute(node, "shape", "box");
        setAttribute(node, "label", "");
        setAttribute(node, "fixedsize", "true");
        setAttribute(node, "width", number(width / kPointsPerInch));
        setAttribute(node, "height", number(height / kPointsPerInch));
        m_boxOf[part] = int(m_boxes.size());
        m_boxes.emplace_back(part, node);
    }

    void addEdges(const graph::Graph& graph, const std::vector<bool>& opened) {
        std::set<std::pair<int, int>> known;
        for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
            const int to = m_boxOf.at(m_outline.shownFor(graph::NodeIndex(i), opened));
            for (const graph::NodeIndex input : graph.nodes()[i].inputs) {
                const int from = m_boxOf.at(m_outline.shownFor(input, opened));
                if (from == to || !known.insert({from, to}).second)
                    continue;
                m_edges.emplace_back(std::pair(from, to),
                                     agedge(top(), m_boxes[std::size_t(from)].second,
                                            m_boxes[std::size_t(to)].second, nullptr, 1));
            }
        }
    }

    const Outline& m_outline;
    const Measures m_measures;
    Drawing m_drawing;
    std::vector<std::pair<int, Agnode_t*>> m_boxes;
    std::map<int, int> m_boxOf; ///< of a part
    std::vector<Cluster> m_clusters;
    std::vector<std::pair<std::pair<int, int>, Agedge_t*>> m_edges;
};

Error failed() {
    return {translate("Diagram", "The network could not be laid out as a drawing. Graphviz is needed for it "
                                 "(the package libgvc6)."),
            graphvizSays};
}

} // namespace

Result<Layout> layOut(const Outline& outline, const graph::Graph& graph, const std::vector<bool>& opened,
                      const Measures& measures) {
    const std::scoped_lock lock(graphvizMutex);
    graphvizSays.clear();
    const agusererrf before = agseterrf(keepMessage);
    const Context context(gvContext());
    const Dot dot(outline, graph, opened, measures);
    Result<Layout> result = failed();
    if (context && gvLayout(context.get(), dot.top(), "dot") == 0) {
        result = dot.read();
        gvFreeLayout(context.get(), dot.top());
    } else {
        result = failed();
    }
    agseterrf(before);
    return result;
}

} // namespace graft::diagram
