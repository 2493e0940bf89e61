#pragma once

#include "graph/Graph.h"
#include "weights/Tensor.h"

#include <torch/types.h>

#include <ATen/core/Generator.h>

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace graft::engine {

/// What loading weights did, by tensor name.
struct LoadReport {
    std::size_t loaded = 0;
    std::vector<std::string> adapted;    ///< loaded, too: a first convolution for another number of channels
    std::vector<std::string> missing;    ///< in the graph, not in the file: kept as initialised
    std::vector<std::string> unexpected; ///< in the file, not in the graph
    std::vector<std::string> mismatched; ///< other shape (the old head): kept as initialised
};

/// Runs a graph: an interpreter over its nodes that owns the named tensors (float32). Used from one thread at
/// a time. LibTorch's exceptions (memory) pass through the functions that compute.
class Network {
public:
    /// Initialised as torchvision does, from `seed`.
    Network(graph::Graph graph, std::uint64_t seed, torch::Device device = torch::kCPU);
    /// With tensors that hold nothing yet: for one who fills all of them.
    static Network unfilled(graph::Graph graph, torch::Device device = torch::kCPU);
    Network(Network&&) = default;
    Network& operator=(Network&&) = default;
    Network(const Network&) = delete;
    Network& operator=(const Network&) = delete;

    const graph::Graph& graph() const { return m_graph; }
    torch::Device device() const { return m_device; }

    /// Values of any type are converted. A convolution that reads the input takes weights for another number
    /// of channels: their sum for one channel, else one after the other and again from the first, scaled so
    /// that an image with equal channels gives the same answer. `num_batches_tracked` of PyTorch's files is
    /// passed over.
    LoadReport load(const weights::TensorMap& tensors);
    /// Everything, as copies on the CPU: parameters and buffers.
    weights::TensorMap save() const;
    enum class Part { Frozen, Learning };
    /// The tensors of the frozen nodes alone, or of the others.
    weights::TensorMap save(Part part) const;
    std::vector<std::string> names(Part part) const;

    /// Which nodes learn. Frozen nodes run in eval mode (BatchNorm uses and keeps its running statistics,
    /// Dropout drops nothing) and their tensors require no gradient.
    void freeze(const graph::FreezePlan& plan);
    /// Nodes that rest for a while although they are not frozen (a flag per node): they run as frozen ones
    /// do, but stay among what learns (Part::Learning, trainableParameters).
    void rest(const std::vector<bool>& nodes);
    /// Training mode for the nodes that are not frozen and do not rest.
    void setTraining(bool training);
    /// BatchNorm among these nodes (a flag per node) goes on with the running statistics it has, in training
    /// mode, too: its scale and shift learn, its statistics stay. None at first.
    void keepStatistics(std::vector<bool> nodes) { m_keepsStatistics = std::move(nodes); }
    /// The stream of dropout masks from here on is a function of `seed`, the same on every device.
    void seedDropout(std::uint64_t seed);

    /// [N, C, H, W] to the network's output.
    torch::Tensor forward(const torch::Tensor& images);
    /// The values of the given nodes. Computes only what those need and frees every other value after its
    /// last use.
    std::vector<torch::Tensor> evaluateNodes(const torch::Tensor& images,
                                             const std::vector<graph::NodeIndex>& wanted);
    /// From the given values of nodes (a cut) to the output.
    torch::Tensor forwardFrom(const std::vector<std::pair<graph::NodeIndex, torch::Tensor>>& known);
    /// From the given values of nodes (a cut) to those of the wanted nodes behind it.
    std::vector<torch::Tensor>
    evaluateFrom(const std::vector<std::pair<graph::NodeIndex, torch::Tensor>>& known,
                 const std::vector<graph::NodeIndex>& wanted);

    /// By its full name ("layer1.0.conv1.weight"), which must be one of the graph's.
    torch::Tensor& tensor(const std::string& name);
    /// (name, tensor) of the parameters that learn, in graph order.
    std::vector<std::pair<std::string, torch::Tensor>> trainableParameters();
    void to(torch::Device device);
    /// Images between the nodes are of this type from here on; features behind a Flatten, statistics, and
    /// what comes out are of it, too, but float32 at least. Nothing learns any more.
    void computeIn(torch::Dtype type);

private:
    using Tensors = std::unordered_map<std::string, torch::Tensor>;

    graph::Graph m_graph;
    torch::Device m_device;
    Tensors m_tensors;
    std::vector<bool> m_frozen;
    std::vector<bool> m_resting;
    std::vector<bool> m_keepsStatistics;
    bool m_training = false;
    torch::Dtype m_type = torch::kFloat32;
    torch::Generator m_dropout;

    Network(graph::Graph graph, torch::Device device);
    std::vector<torch::Tensor> run(std::vector<torch::Tensor> values,
                                   const std::vector<graph::NodeIndex>& wanted);
};

/// Random tensors as torchvision initialises them (`seed`).
void initialise(Network& network, std::uint64_t seed);

/// Sets the Standardize node `name` to the mean and variance of `features` [N, C]. A feature that hardly
/// varies is left nearly as small as it is: its variance counts as a thousandth of the mean variance.
void standardise(Network& network, const std::string& name, const torch::Tensor& features);

} // namespace graft::engine
