#pragma once

#include "graph/Op.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graft::graph {

/// Without the batch: [C, H, W] or [C].
using Shape = std::vector<std::int64_t>;

using NodeIndex = int;

/// How the weights of a node start when nothing pretrained is loaded.
enum class Initialisation {
    FanInUniform,         ///< weight and bias uniform in ±1/√fan_in: LibTorch's default
    FanInUniformNoBias,   ///< the same with bias 0
    FanOutUniform,        ///< weight uniform in ±1/√fan_out, bias 0
    KaimingNormalFanOut,  ///< weight normal with σ² = 2/fan_out, bias 0
    KaimingNormalFanIn,   ///< weight normal with σ² = 2/fan_in, bias uniform in ±1/√fan_in
    KaimingUniformFanIn,  ///< weight uniform in ±√(6/fan_in), bias 0
    SmallNormal,          ///< weight normal with σ = 0.01, bias 0
    FineNormal,           ///< weight normal with σ = 0.02, bias 0
    TruncatedNormal,      ///< weight normal with σ = 0.1 cut off at ±2, bias uniform in ±1/√fan_in
    TruncatedFinestNormal ///< the same with σ = 0.001
};

/// One operation. `name` is torchvision's state-dict prefix where the node has parameters ("layer1.0.conv1"),
/// and unique.
struct Node {
    std::string name;
    Op op;
    std::vector<NodeIndex> inputs;
    Initialisation initialisation = Initialisation::FanInUniform;
};

/// A network as plain data: nodes in an order in which every input comes before its use. The first is the
/// Input, the last the output.
class Graph {
public:
    /// `inputs` are nodes added before; `name` is new.
    NodeIndex add(std::string name, const Op& op, std::vector<NodeIndex> inputs,
                  Initialisation initialisation = Initialisation::FanInUniform);
    const std::vector<Node>& nodes() const& { return m_nodes; }
    const std::vector<Node>&
    nodes() const&& = delete; ///< a loop over a temporary graph would read freed nodes
    const Node& node(NodeIndex index) const { return m_nodes[std::size_t(index)]; }
    NodeIndex output() const { return NodeIndex(m_nodes.size()) - 1; }
    std::optional<NodeIndex> find(std::string_view name) const;

private:
    std::vector<Node> m_nodes;
};

/// The named tensors a node owns: parameters and buffers, with their shapes.
struct TensorSpec {
    std::string name; ///< "layer1.0.conv1.weight"
    Shape shape;
    bool parameter = true; ///< false: a buffer (running_mean, running_var)
};
std::vector<TensorSpec> tensorsOf(const Node& node);
bool hasParameters(const Node& node);

/// [C, side, side] for the graph's own C.
Shape inputShape(const Graph& graph, int side);

/// Output shape of every node for an input [C, H, W]. An input too small for the network gives an empty
/// vector.
std::vector<Shape> inferShapes(const Graph& graph, const Shape& input);

struct Cost {
    std::int64_t parameters = 0;
    std::int64_t multiplyAdds = 0;    ///< for one image; convolutions and Linear, as in published figures
    std::int64_t activationBytes = 0; ///< sum of all outputs in fp32, for one image
};
std::vector<Cost> costs(const Graph& graph, const Shape& input);
Cost totalCost(const Graph& graph, const Shape& input);

/// Which nodes do not learn. Node-wise, so that single blocks can be frozen.
class FreezePlan {
public:
    FreezePlan() = default;
    explicit FreezePlan(std::vector<bool> frozen) : m_frozen(std::move(frozen)) {}
    bool frozen(NodeIndex node) const {
        return std::size_t(node) < m_frozen.size() && m_frozen[std::size_t(node)];
    }
    const std::vector<bool>& flags() const { return m_frozen; }

private:
    std::vector<bool> m_frozen;
};

/// A frozen prefix: `inPrefix` are the nodes that give the same value for the same image in every epoch:
/// frozen or without parameters, deterministic, reading nothing else. `crossing` are those of them that a
/// node outside the prefix reads (what the activation cache keeps). A Standardize is never in the prefix: its
/// statistics come from the features in front of it.
struct FrozenCut {
    std::vector<bool> inPrefix;
    std::vector<NodeIndex> crossing;
    bool empty() const { return crossing.empty() || (crossing.size() == 1 && crossing[0] == 0); }
};
FrozenCut frozenCut(const Graph& graph, const FreezePlan& plan);

struct ParameterCount {
    std::int64_t trainable = 0;
    std::int64_t frozen = 0;
};
ParameterCount countParameters(const Graph& graph, const FreezePlan& plan);

} // namespace graft::graph
