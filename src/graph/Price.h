#pragma once

#include "graph/Graph.h"

#include <cstdint>
#include <vector>

namespace graft::graph {

// What a graph needs of memory, told without running it. Bytes of float32 tensors as engine::Network and
// engine::AdamW hold them on a processor; LibTorch itself and its scratch are not in it.

/// What an op keeps from its forward pass until its backward pass.
struct Saved {
    bool inputs = false;
    bool output = false;
    std::int64_t extraBytes = 0; ///< of its own, for one image: masks, positions, intermediate values
};
/// `output` without the batch. `learns`: the node's own parameters do.
Saved savedForBackward(const Op& op, const Shape& output, bool learns);
/// True where the value is the input itself, or a view of it.
bool passesThrough(const Node& node, const Shape& input, bool training);
/// True where the output is written over the first input if nobody else reads that.
bool worksInPlace(const Op& op, bool training);

/// Of one node.
struct NodePrice {
    Cost cost;                       ///< for one image
    std::int64_t weightBytes = 0;    ///< parameters and buffers
    std::int64_t gradientBytes = 0;  ///< of parameters that learn
    std::int64_t optimiserBytes = 0; ///< AdamW's two moments of them
    std::int64_t activationBytes =
        0; ///< of the batch: kept for the backward pass, or the output in inference
};

/// Of a whole graph.
struct Price {
    std::vector<NodePrice> nodes;
    std::int64_t weightBytes = 0;
    std::int64_t gradientBytes = 0;
    std::int64_t optimiserBytes = 0;
    std::int64_t activationBytes = 0; ///< all that a batch keeps
    /// What the libraries take for the kernels they generate and their scratch, about the same for every
    /// network: what was missing on average where docs/prices.md was measured without it.
    std::int64_t runtimeBytes = 0;
    /// The most that lives at any one time. Less than the sum: most gradients come when activations have
    /// gone.
    std::int64_t peakBytes = 0;
};

/// A forward pass of `batch` images in which every value goes with its last reader and BatchNorms behind
/// convolutions are part of them. Empty where the input does not fit.
Price inferencePrice(const Graph& graph, const Shape& input, int batch);

/// A step of training `batch` images from the frozen cut on: forward, backward, AdamW. The frozen prefix runs
/// before that, folded (so its tensors are there twice), kPrefixGroup images at a time.
constexpr int kPrefixGroup = 8;
Price trainingPrice(const Graph& graph, const FreezePlan& plan, const Shape& input, int batch);

} // namespace graft::graph
