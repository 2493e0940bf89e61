#include "graph/Graph.h"

#include <algorithm>

namespace graft::graph {

namespace {

/// Names without the node's.
struct TensorsOf {
    using Specs = std::vector<TensorSpec>;

    Specs operator()(const Input&) const { return {}; }
    Specs operator()(const Conv2d& op) const {
        Specs specs{{"weight", {op.out, op.in / op.groups, op.kernel[0], op.kernel[1]}}};
        if (op.bias)
            specs.push_back({"bias", {op.out}});
        return specs;
    }
    Specs operator()(const BatchNorm2d& op) const {
        const Shape perChannel{op.channels};
        return {{"weight", perChannel},
                {"bias", perChannel},
                {"running_mean", perChannel, false},
                {"running_var", perChannel, false}};
    }
    Specs operator()(const Standardize& op) const {
        const Shape perFeature{op.features};
        return {{"running_mean", perFeature, false}, {"running_var", perFeature, false}};
    }
    Specs operator()(const Relu&) const { return {}; }
    Specs operator()(const Relu6&) const { return {}; }
    Specs operator()(const Hardswish&) const { return {}; }
    Specs operator()(const Hardsigmoid&) const { return {}; }
    Specs operator()(const MaxPool2d&) const { return {}; }
    Specs operator()(const AvgPool2d&) const { return {}; }
    Specs operator()(const AdaptiveAvgPool2d&) const { return {}; }
    Specs operator()(const Flatten&) const { return {}; }
    Specs operator()(const Linear& op) const {
        Specs specs{{"weight", {op.out, op.in}}};
        if (op.bias)
            specs.push_back({"bias", {op.out}});
        return specs;
    }
    Specs operator()(const Dropout&) const { return {}; }
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
