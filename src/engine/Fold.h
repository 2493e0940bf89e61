#pragma once

#include "engine/Network.h"

#include <vector>

namespace graft::engine {

/// A network for inference alone, in which every BatchNorm behind a convolution has become part of that
/// convolution (the same function up to rounding, and a good deal faster).
struct FoldedNetwork {
    Network network;
    std::vector<graph::NodeIndex> nodes; ///< in `network`, of each node asked for
};

/// Of the part of `network` that the `wanted` nodes need, on the same device. The tensors are copies.
FoldedNetwork fold(Network& network, const std::vector<graph::NodeIndex>& wanted);

} // namespace graft::engine
