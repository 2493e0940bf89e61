#include "training/BlockRates.h"

#include <algorithm>
#include <cmath>

namespace graft::training {

namespace {

constexpr std::size_t kShownOfName = 80;

} // namespace

double blockFactor(std::string_view name, const graph::Architecture& architecture,
                   const LearningOptions& learning) {
    double factor = 1;
    const auto& blocks = architecture.blocks;
    const auto block = std::ranges::find_if(blocks, [&](const auto& b) { return graph::inBlock(name, b); });
    if (block != blocks.end())
        factor = std::pow(learning.layerDecay, double(blocks.end() - block - 1));
    const std::pair<const std::string, double>* closest = nullptr;
    for (const auto& entry : learning.blockRates)
        if (graph::inBlock(name, entry.first) && (!closest || entry.first.size() > closest->first.size()))
            closest = &entry;
    return closest ? factor * closest->second : factor;
}

Result<> checkBlockNames(const graph::Architecture& architecture, const LearningOptions& learning) {
    if (learning.blockRates.empty())
        return {};
    const graph::Graph graph = architecture.build({.newHead = true});
    for (const auto& [block, factor] : learning.blockRates) {
        const bool known = std::ranges::any_of(graph.nodes(), [&name = block](const graph::Node& node) {
            return graph::inBlock(node.name, name) && !graph::tensorsOf(node).empty();
        });
        if (!known)
            return Error{
                translate("Training", "%1 has no block “%2” to give a learning rate. Possible are: %3.",
                          {architecture.title, block.substr(0, kShownOfName), blocksOf(architecture)})};
    }
    return {};
}

std::string blocksOf(const graph::Architecture& architecture) {
    std::string list;
    for (const std::string& block : architecture.blocks)
        list += (list.empty() ? "" : ", ") + block;
    return list;
}

} // namespace graft::training
