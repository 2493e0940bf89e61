#include "training/BlockRates.h"

#include <algorithm>
#include <cmath>

namespace graft::training {

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

} // namespace graft::training
