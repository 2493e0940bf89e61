#pragma once

#include "base/Result.h"
#include "graph/Graph.h"
#include "weights/Tensor.h"

#include <torch/types.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace graft::engine {

/// What loading weights did, by tensor name.
struct LoadReport {
    std::size_t loaded = 0;
    std::vector<std::string> missing;    ///< in the graph, not in the file: kept as initialised
    std::vector<std::string> unexpected; ///< in the file, not in the graph
    std::vector<std::string> mismatched; ///< other shape (the old head): kept as initialised
};

/// Runs a graph: an interpreter over its nodes that owns the named tensors. Used from one thread at a time.
class Network {
public:
    /// torchvision's initialisation of the family, from `seed`.
    Network(graph::Graph graph, std::uint64_t seed, torch::Device device = torch::kCPU);

    const graph::Graph& graph() const { return m_graph; }
    torch::Device device() const { return m_device; }

    LoadReport load(const weights::TensorMap& tensors);
    /// Everything, on the CPU: parameters and buffers.
    weights::TensorMap save() const;

    /// Which nodes learn. Frozen nodes run in eval mode (BatchNorm uses and keeps its running statistics) and their tensors
    /// require no gradient.
    void freeze(const graph::FreezePlan& plan);
    /// Training mode for the nodes that are not frozen. Dropout draws from `dropoutSeed`-ed generators.
    void setTraining(bool training);

    torch::Tensor forward(const torch::Tensor& images);
    /// The values of the given nodes, frees every other value after its last use. Runs only what those need.
    std::vector<torch::Tensor> evaluateNodes(const torch::Tensor& images, const std::vector<graph::NodeIndex>& wanted);
    /// From the given values of nodes (a cut) to the output.
    torch::Tensor forwardFrom(const std::vector<std::pair<graph::NodeIndex, torch::Tensor>>& known);

    torch::Tensor& tensor(const std::string& name);
    /// (name, tensor) of the parameters that learn, in graph order.
    std::vector<std::pair<std::string, torch::Tensor>> trainableParameters();
    void to(torch::Device device);
    /// Reseeds dropout: the stream of a step is a function of the seed given.
    void seedDropout(std::uint64_t seed);

private:
    graph::Graph m_graph;
    torch::Device m_device;
    std::unordered_map<std::string, torch::Tensor> m_tensors;
    std::vector<bool> m_frozen;
    bool m_training = false;
    torch::Generator m_dropout;

    std::vector<torch::Tensor> run(std::vector<torch::Tensor> values, const std::vector<graph::NodeIndex>& wanted);
};

/// Random tensors as torchvision initialises them (`seed`).
void initialise(Network& network, std::uint64_t seed);

} // namespace graft::engine
