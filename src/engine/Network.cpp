#include "engine/Network.h"

#include <torch/torch.h>

#include <ATen/CPUGeneratorImpl.h>

namespace graft::engine {

namespace {

/// Convolutions run fastest with channels last, in training as in inference (measured: ×1.05 to ×1.9).
torch::Tensor allocate(const graph::Shape& shape, torch::Device device) {
    const auto format = shape.size() == 4 ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous;
    return torch::empty(shape, torch::TensorOptions(device).dtype(torch::kFloat32), format);
}

} // namespace

Network::Network(graph::Graph graph, torch::Device device)
    : m_graph(std::move(graph)), m_device(device), m_frozen(m_graph.nodes().size(), false),
      m_resting(m_frozen), m_keepsStatistics(m_frozen), m_dropout(at::detail::createCPUGenerator(0)) {
    for (const graph::Node& node : m_graph.nodes())
        for (const graph::TensorSpec& spec : graph::tensorsOf(node))
            m_tensors[spec.name] = allocate(spec.shape, device).set_requires_grad(spec.parameter);
}

Network::Network(graph::Graph graph, std::uint64_t seed, torch::Device device)
    : Network(std::move(graph), torch::kCPU) {
    seedDropout(seed);
    initialise(*this, seed);
    to(device);
}

Network Network::unfilled(graph::Graph graph, torch::Device device) {
    return Network(std::move(graph), device);
}

void Network::freeze(const graph::FreezePlan& plan) {
    for (std::size_t i = 0; i < m_frozen.size(); ++i)
        m_frozen[i] = plan.frozen(graph::NodeIndex(i));
    rest(std::vector<bool>(m_frozen.size(), false));
}

void Network::rest(const std::vector<bool>& nodes) {
    m_resting = nodes;
    for (std::size_t i = 0; i < m_frozen.size(); ++i) {
        const bool learns = !m_frozen[i] && !m_resting[i];
        for (const graph::TensorSpec& spec : graph::tensorsOf(m_graph.nodes()[i])) {
            torch::Tensor& tensor = m_tensors.at(spec.name);
            tensor.set_requires_grad(spec.parameter && learns);
            if (!learns)
                tensor.mutable_grad() = torch::Tensor();
        }
    }
}

void Network::setTraining(bool training) {
    m_training = training;
}

void Network::seedDropout(std::uint64_t seed) {
    m_dropout.set_current_seed(seed);
}

torch::Tensor& Network::tensor(const std::string& name) {
    return m_tensors.at(name);
}

std::vector<std::pair<std::string, torch::Tensor>> Network::trainableParameters() {
    std::vector<std::pair<std::string, torch::Tensor>> parameters;
    for (std::size_t i = 0; i < m_frozen.size(); ++i) {
        if (m_frozen[i])
            continue;
        for (const graph::TensorSpec& spec : graph::tensorsOf(m_graph.nodes()[i]))
            if (spec.parameter)
                parameters.emplace_back(spec.name, m_tensors.at(spec.name));
    }
    return parameters;
}

void Network::to(torch::Device device) {
    if (device == m_device)
        return;
    for (auto& [name, tensor] : m_tensors)
        tensor = tensor.detach().to(device).set_requires_grad(tensor.requires_grad());
    m_device = device;
}

void Network::computeIn(torch::Dtype type) {
    m_type = type;
    for (const graph::Node& node : m_graph.nodes()) {
        const bool likeItsImage = std::holds_alternative<graph::Conv2d>(node.op) ||
                                  std::holds_alternative<graph::PixelLinear>(node.op) ||
                                  std::holds_alternative<graph::LayerNorm2d>(node.op) ||
                                  std::holds_alternative<graph::LayerScale>(node.op);
        for (const graph::TensorSpec& spec : graph::tensorsOf(node)) {
            torch::Tensor& tensor = m_tensors.at(spec.name);
            tensor = tensor.detach().to(likeItsImage ? type : at::promoteTypes(type, torch::kFloat32));
        }
    }
}

} // namespace graft::engine
