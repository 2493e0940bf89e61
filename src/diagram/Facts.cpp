#include "diagram/Outline.h"

#include <algorithm>

namespace graft::diagram {

namespace {

Learning learningOf(const Part& part, const graph::Graph& graph, const graph::FreezePlan& plan) {
    int frozen = 0, learns = 0;
    for (const graph::NodeIndex node : part.nodes)
        if (graph::hasParameters(graph.node(node)))
            ++(plan.frozen(node) ? frozen : learns);
    if (frozen > 0)
        return learns > 0 ? Learning::Partly : Learning::Frozen;
    if (learns > 0)
        return Learning::Learns;
    const bool follows = part.stop >= 0 && std::ranges::all_of(part.nodes, [&](graph::NodeIndex node) {
                             return plan.frozen(node);
                         });
    return follows ? Learning::Frozen : Learning::Nothing;
}

} // namespace

std::vector<Facts> facts(const Outline& outline, const graph::Graph& graph, const graph::FreezePlan& plan,
                         const graph::Shape& input) {
    const std::vector<graph::Shape> shapes = graph::inferShapes(graph, input);
    if (shapes.empty())
        return {};
    const std::vector<graph::Cost> costs = graph::costs(graph, input);
    std::int64_t total = 0;
    for (const graph::Cost& cost : costs)
        total += cost.multiplyAdds;
    std::vector<Facts> all;
    for (const Part& part : outline.parts()) {
        Facts one{.output = shapes[std::size_t(part.nodes.back())],
                  .learning = learningOf(part, graph, plan)};
        for (const graph::NodeIndex node : part.nodes) {
            one.parameters += costs[std::size_t(node)].parameters;
            one.multiplyAdds += costs[std::size_t(node)].multiplyAdds;
        }
        one.share = total > 0 ? double(one.multiplyAdds) / double(total) : 0;
        all.push_back(std::move(one));
    }
    return all;
}

std::optional<graph::FreezeChoice> toggled(const Outline& outline, const graph::Graph& graph,
                                           const graph::Architecture& architecture,
                                           const graph::FreezeChoice& before, int part) {
    const Part& changed = outline.part(part);
    const auto plan = graph::freezePlan(graph, architecture, before);
    const auto learns = [&](graph::NodeIndex node) { return graph::hasParameters(graph.node(node)); };
    if (!plan || changed.stop < 0 || changed.stop >= outline.stops() ||
        std::ranges::none_of(changed.nodes, learns))
        return std::nullopt;
    const bool freeze = learningOf(changed, graph, *plan) != Learning::Frozen;
    std::vector<bool> frozen = plan->flags();
    for (const graph::NodeIndex node : changed.nodes)
        frozen[std::size_t(node)] = freeze;
    return graph::freezeChoice(graph, architecture, frozen);
}

} // namespace graft::diagram
