#include "graph/Graph.h"

#include <algorithm>

namespace graft::graph {

namespace {

/// Names without the node's.
struct TensorsOf {
    using Specs = std::vector<TensorSpec>;

    static Specs batchNorm(int channels) {
        const Shape perChannel{channels};
        return {{"weight", perChannel},
                {"bias", perChannel},
                {"running_mean", perChannel, false},
                {"running_var", perChannel, false}};
    }
    static Specs linear(int in, int out, bool bias) {
        Specs specs{{"weight", {out, in}}};
        if (bias)
            specs.push_back({"bias", {out}});
        return specs;
    }

    Specs operator()(const Input&) const { return {}; }
    Specs operator()(const Conv2d& op) const {
        Specs specs{{"weight", {op.out, op.in / op.groups, op.kernel[0], op.kernel[1]}}};
        if (op.bias)
            specs.push_back({"bias", {op.out}});
        return specs;
    }
    Specs operator()(const BatchNorm2d& op) const { return batchNorm(op.channels); }
    Specs operator()(const BatchNorm1d& op) const { return batchNorm(op.features); }
    Specs operator()(const LayerNorm2d& op) const {
        return {{"weight", {op.channels}}, {"bias", {op.channels}}};
    }
    Specs operator()(const LayerScale& op) const { return {{"layer_scale", {op.channels, 1, 1}}}; }
    Specs operator()(const Standardize& op) const {
        const Shape perFeature{op.features};
        return {{"running_mean", perFeature, false}, {"running_var", perFeature, false}};
    }
    Specs operator()(const Relu&) const { return {}; }
    Specs operator()(const Relu6&) const { return {}; }
    Specs operator()(const Hardswish&) const { return {}; }
    Specs operator()(const Hardsigmoid&) const { return {}; }
    Specs operator()(const Silu&) const { return {}; }
    Specs operator()(const Sigmoid&) const { return {}; }
    Specs operator()(const Gelu&) const { return {}; }
    Specs operator()(const MaxPool2d&) const { return {}; }
    Specs operator()(const AvgPool2d&) const { return {}; }
    Specs operator()(const AdaptiveAvgPool2d&) const { return {}; }
    Specs operator()(const AdaptiveMaxPool2d&) const { return {}; }
    Specs operator()(const GemPool2d&) const { return {{"p", {1}}}; }
    Specs operator()(const Flatten&) const { return {}; }
    Specs operator()(const Linear& op) const { return linear(op.in, op.out, op.bias); }
    Specs operator()(const PixelLinear& op) const { return linear(op.in, op.out, op.bias); }
    Specs operator()(const Dropout&) const { return {}; }
    Specs operator()(const StochasticDepth&) const { return {}; }
    Specs operator()(const Add&) const { return {}; }
    Specs operator()(const Multiply&) const { return {}; }
    Specs operator()(const Concat&) const { return {}; }
};

} // namespace

std::vector<TensorSpec> tensorsOf(const Node& node) {
    std::vector<TensorSpec> specs = std::visit(TensorsOf{}, node.op);
    for (TensorSpec& spec : specs)
        spec.name = node.name + '.' + spec.name;
    return specs;
}

bool hasParameters(const Node& node) {
    return std::ranges::any_of(std::visit(TensorsOf{}, node.op), &TensorSpec::parameter);
}

} // namespace graft::graph
