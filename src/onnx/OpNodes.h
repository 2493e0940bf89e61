#pragma once

#include "graph/Graph.h"
#include "onnx/GraphWriter.h"
#include "weights/Tensor.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace graft::onnx {

/// One node of a network as ONNX nodes: std::visit it with the node's op. Gives the name of the value that
/// stands for the node's output.
class OpNodes {
public:
    struct Context {
        const graph::Node& node;
        const weights::TensorMap& tensors;
        std::vector<std::string> inputs;  ///< names of the values it reads
        std::vector<graph::Shape> shapes; ///< of those
        graph::Shape output;
        GraphWriter& writer;
    };
    explicit OpNodes(Context context) : m_at(std::move(context)) {}

    std::string operator()(const graph::Input& op) const;
    std::string operator()(const graph::Conv2d& op) const;
    std::string operator()(const graph::BatchNorm2d& op) const;
    std::string operator()(const graph::BatchNorm1d& op) const;
    std::string operator()(const graph::LayerNorm2d& op) const;
    std::string operator()(const graph::LayerScale& op) const;
    std::string operator()(const graph::Standardize& op) const;
    std::string operator()(const graph::Relu& op) const;
    std::string operator()(const graph::Relu6& op) const;
    std::string operator()(const graph::Hardswish& op) const;
    std::string operator()(const graph::Hardsigmoid& op) const;
    std::string operator()(const graph::Silu& op) const;
    std::string operator()(const graph::Sigmoid& op) const;
    std::string operator()(const graph::Gelu& op) const;
    std::string operator()(const graph::MaxPool2d& op) const;
    std::string operator()(const graph::AvgPool2d& op) const;
    std::string operator()(const graph::AdaptiveAvgPool2d& op) const;
    std::string operator()(const graph::AdaptiveMaxPool2d& op) const;
    std::string operator()(const graph::GemPool2d& op) const;
    std::string operator()(const graph::Flatten& op) const;
    std::string operator()(const graph::Linear& op) const;
    std::string operator()(const graph::PixelLinear& op) const;
    std::string operator()(const graph::Dropout& op) const;
    std::string operator()(const graph::StochasticDepth& op) const;
    std::string operator()(const graph::Add& op) const;
    std::string operator()(const graph::Multiply& op) const;
    std::string operator()(const graph::Concat& op) const;

private:
    Context m_at;

    using Names = std::vector<std::string>;
    using Dims = std::vector<std::int64_t>;

    const std::string& in() const { return m_at.inputs[0]; }
    std::string part(const char* suffix) const { return m_at.node.name + '.' + suffix; }
    /// The ONNX node that gives the output of the network's node.
    std::string last(const char* opType, const Names& inputs,
                     const std::vector<Attribute>& attributes = {}) const;
    /// One before it.
    std::string step(const char* opType, const char* suffix, const Names& inputs,
                     const std::vector<Attribute>& attributes = {}) const;
    /// A tensor of the node as an initializer, of its own shape or of `dims`.
    std::string own(const char* tensor, const Dims& dims = {}) const;
    std::string constant(const char* suffix, const Dims& dims, const std::vector<float>& values) const;
    std::string constant(const char* suffix, const Dims& values) const;

    std::string batchNorm(double eps) const;
    /// A window over {rows, columns}, and how far it reaches beyond the image.
    struct Window {
        std::array<std::int64_t, 2> kernel;
        std::array<std::int64_t, 2> stride;
        std::array<std::int64_t, 2> before{0, 0};
        std::array<std::int64_t, 2> after{0, 0};

        bool padded() const { return before[0] + before[1] + after[0] + after[1] > 0; }
    };
    Window windowOf(std::array<int, 2> kernel, std::array<int, 2> stride, std::array<int, 2> padding,
                    bool same) const;
    static std::vector<Attribute> attributesOf(const Window& window);
    /// Kernel and stride of equal windows that make the output; nothing where windows differ in size.
    std::optional<std::array<std::int64_t, 2>> equalWindows() const;
    std::string pooledByMatrix() const;
    /// The largest of each of `out` parts of side `axis` (2: rows, 3: columns).
    std::string maximaAlong(std::int64_t axis, const std::string& from, std::int64_t in,
                            std::int64_t out) const;
};

} // namespace graft::onnx
