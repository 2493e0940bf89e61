#include "graph/Graph.h"

namespace graft::graph {

namespace {

std::int64_t elements(const Shape& shape) {
    std::int64_t count = 1;
    for (std::int64_t side : shape)
        count *= side;
    return count;
}

struct MultiplyAdds {
    const Shape& output;

    std::int64_t operator()(const Input&) const { return 0; }
    std::int64_t operator()(const Conv2d& op) const {
        return elements(output) * (op.in / op.groups) * op.kernel[0] * op.kernel[1];
    }
    std::int64_t operator()(const BatchNorm2d&) const { return 0; }
    std::int64_t operator()(const BatchNorm1d&) const { return 0; }
    std::int64_t operator()(const LayerNorm2d&) const { return 0; }
    std::int64_t operator()(const LayerScale&) const { return 0; }
    std::int64_t operator()(const Standardize&) const { return 0; }
    std::int64_t operator()(const Relu&) const { return 0; }
    std::int64_t operator()(const Relu6&) const { return 0; }
    std::int64_t operator()(const Hardswish&) const { return 0; }
    std::int64_t operator()(const Hardsigmoid&) const { return 0; }
    std::int64_t operator()(const Silu&) const { return 0; }
    std::int64_t operator()(const Sigmoid&) const { return 0; }
    std::int64_t operator()(const Gelu&) const { return 0; }
    std::int64_t operator()(const MaxPool2d&) const { return 0; }
    std::int64_t operator()(const AvgPool2d&) const { return 0; }
    std::int64_t operator()(const AdaptiveAvgPool2d&) const { return 0; }
    std::int64_t operator()(const AdaptiveMaxPool2d&) const { return 0; }
    std::int64_t operator()(const GemPool2d&) const { return 0; }
    std::int64_t operator()(const Flatten&) const { return 0; }
    std::int64_t operator()(const Linear& op) const { return std::int64_t(op.in) * op.out; }
    std::int64_t operator()(const PixelLinear& op) const { return elements(output) * op.in; }
    std::int64_t operator()(const Dropout&) const { return 0; }
    std::int64_t operator()(const StochasticDepth&) const { return 0; }
    std::int64_t operator()(const Add&) const { return 0; }
    std::int64_t operator()(const Multiply&) const { return 0; }
    std::int64_t operator()(const Concat&) const { return 0; }
};

std::int64_t parameterCount(const Node& node) {
    std::int64_t count = 0;
    for (const TensorSpec& spec : tensorsOf(node))
        count += spec.parameter ? elements(spec.shape) : 0;
    return count;
}

} // namespace

std::vector<Cost> costs(const Graph& graph, const Shape& input) {
    const std::vector<Shape> shapes = inferShapes(graph, input);
    std::vector<Cost> result;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const Node& node = graph.nodes()[i];
        result.push_back({.parameters = parameterCount(node),
                          .multiplyAdds = std::visit(MultiplyAdds{shapes[i]}, node.op),
                          .activationBytes = elements(shapes[i]) * std::int64_t(sizeof(float))});
    }
    return result;
}

Cost totalCost(const Graph& graph, const Shape& input) {
    Cost total;
    for (const Cost& cost : costs(graph, input)) {
        total.parameters += cost.parameters;
        total.multiplyAdds += cost.multiplyAdds;
        total.activationBytes += cost.activationBytes;
    }
    return total;
}

ParameterCount countParameters(const Graph& graph, const FreezePlan& plan) {
    ParameterCount count;
    for (std::size_t i = 0; i < graph.nodes().size(); ++i)
        (plan.frozen(NodeIndex(i)) ? count.frozen : count.trainable) += parameterCount(graph.nodes()[i]);
    return count;
}

} // namespace graft::graph
