#pragma once

#include "graph/Graph.h"

#include <torch/torch.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace graft::engine {

/// One node on its way through the interpreter: std::visit it with the node's op.
class NodeRun {
public:
    using Tensors = std::unordered_map<std::string, torch::Tensor>;

    struct Mode {
        bool training = false;
        bool keepsStatistics = false; ///< BatchNorm uses its running statistics and leaves them as they are
        bool overwrite = false;       ///< the first input is nobody else's: an activation may work in place
    };

    NodeRun(const graph::Node& node, Tensors& tensors, std::vector<torch::Tensor> inputs, Mode mode,
            torch::Generator& dropout)
        : m_node(node), m_tensors(tensors), m_inputs(std::move(inputs)), m_mode(mode), m_dropout(dropout) {}

    torch::Tensor operator()(const graph::Input& op) const;
    torch::Tensor operator()(const graph::Conv2d& op) const;
    torch::Tensor operator()(const graph::BatchNorm2d& op) const;
    torch::Tensor operator()(const graph::BatchNorm1d& op) const;
    torch::Tensor operator()(const graph::LayerNorm2d& op) const;
    torch::Tensor operator()(const graph::LayerScale& op) const;
    torch::Tensor operator()(const graph::Standardize& op) const;
    torch::Tensor operator()(const graph::Relu& op) const;
    torch::Tensor operator()(const graph::Relu6& op) const;
    torch::Tensor operator()(const graph::Hardswish& op) const;
    torch::Tensor operator()(const graph::Hardsigmoid& op) const;
    torch::Tensor operator()(const graph::Silu& op) const;
    torch::Tensor operator()(const graph::Sigmoid& op) const;
    torch::Tensor operator()(const graph::Gelu& op) const;
    torch::Tensor operator()(const graph::MaxPool2d& op) const;
    torch::Tensor operator()(const graph::AvgPool2d& op) const;
    torch::Tensor operator()(const graph::AdaptiveAvgPool2d& op) const;
    torch::Tensor operator()(const graph::AdaptiveMaxPool2d& op) const;
    torch::Tensor operator()(const graph::GemPool2d& op) const;
    torch::Tensor operator()(const graph::Flatten& op) const;
    torch::Tensor operator()(const graph::Linear& op) const;
    torch::Tensor operator()(const graph::PixelLinear& op) const;
    torch::Tensor operator()(const graph::Dropout& op) const;
    torch::Tensor operator()(const graph::StochasticDepth& op) const;
    torch::Tensor operator()(const graph::Add& op) const;
    torch::Tensor operator()(const graph::Multiply& op) const;
    torch::Tensor operator()(const graph::Concat& op) const;

private:
    const graph::Node& m_node;
    Tensors& m_tensors;
    std::vector<torch::Tensor> m_inputs;
    Mode m_mode;
    torch::Generator& m_dropout;

    const torch::Tensor& in() const { return m_inputs[0]; }
    torch::Tensor& own(const char* tensor) const { return m_tensors.at(m_node.name + '.' + tensor); }
    torch::Tensor batchNorm(int channels, double momentum, double eps) const;
    /// A mask of `maskShape`, drawn anew, takes away and scales up.
    torch::Tensor dropped(double probability, at::IntArrayRef maskShape) const;
    /// Autograd wants the input of these activations back.
    bool overwriteWithoutGradient() const {
        return m_mode.overwrite && !(torch::GradMode::is_enabled() && in().requires_grad());
    }
};

/// True where the op gives a tensor of its own that its gradient does not look at again.
bool givesFreshTensor(const graph::Op& op);

} // namespace graft::engine
