#pragma once

#include "graph/Architectures.h"
#include "zoo/Zoo.h"

#include <vector>

namespace graft::ui {

/// One architecture that the catalogue has weights for.
struct Backbone {
    const graph::Architecture* architecture = nullptr;
    std::vector<const zoo::WeightsEntry*> weights; ///< what is on this computer first; at least one
    graph::Cost cost;                              ///< for one image of the weights' size
    bool ready = false;                            ///< some of its weights are on this computer
    bool recommended = false;
};

/// The recommended one first, then those that are ready, then the rest in the catalogue's order.
std::vector<Backbone> backbones(const zoo::Zoo& zoo);

} // namespace graft::ui
