#include "graph/Price.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace graft::graph {

namespace {

std::int64_t elements(const Shape& shape) {
    return std::accumulate(shape.begin(), shape.end(), std::int64_t(1), std::multiplies<>());
}

/// As LibTorch's derivatives have it (derivatives.yaml).
struct SavedFor {
    const Shape& output;
    bool learns;

    static constexpr Saved nothing{};
    static constexpr Saved theInput{.inputs = true};
    static constexpr Saved theOutput{.output = true};

    Saved operator()(const Input&) const { return nothing; }
    Saved operator()(const Conv2d&) const { return {.inputs = learns}; } // else the weights suffice
    Saved operator()(const BatchNorm2d&) const { return theInput; }
    Saved operator()(const BatchNorm1d&) const { return theInput; }
    Saved operator()(const LayerNorm2d&) const { return theInput; }
    Saved operator()(const LayerScale&) const { return {.inputs = learns}; }
    Saved operator()(const Standardize&) const { return nothing; }
    Saved operator()(const Relu&) const { return theOutput; }
    Saved operator()(const Relu6&) const { return theInput; } // of which its in-place form makes a copy
    Saved operator()(const Hardswish&) const { return theInput; }
    Saved operator()(const Hardsigmoid&) const { return theInput; }
    Saved operator()(const Silu&) const { return theInput; }
    Saved operator()(const Sigmoid&) const { return theOutput; }
    Saved operator()(const Gelu&) const { return theInput; }
    Saved operator()(const MaxPool2d&) const { // and 64-bit positions
        return {.inputs = true, .extraBytes = elements(output) * 8};
    }
    Saved operator()(const AvgPool2d&) const { return theInput; }
    Saved operator()(const AdaptiveAvgPool2d&) const { return theInput; }
    Saved operator()(const AdaptiveMaxPool2d&) const {
        return {.inputs = true, .extraBytes = elements(output) * 8};
    }
    Saved operator()(const GemPool2d&) const { return theInput; }
    Saved operator()(const Flatten&) const { return nothing; }
    Saved operator()(const Linear&) const { return {.inputs = learns}; }
    Saved operator()(const PixelLinear&) const { return {.inputs = learns}; }
    Saved operator()(const Dropout& op) const {
        return {.extraBytes = op.probability > 0 ? elements(output) * 4 : 0};
    }
    Saved operator()(const StochasticDepth&) const { return nothing; }
    Saved operator()(const Add&) const { return nothing; }
    Saved operator()(const Multiply&) const { return theInput; }
    Saved operator()(const Concat&) const { return nothing; }
};

} // namespace

Saved savedForBackward(const Op& op, const Shape& output, bool learns) {
    return std::visit(SavedFor{output, learns}, op);
}

bool passesThrough(const Node& node, const Shape& input, bool training) {
    if (std::holds_alternative<Flatten>(
            node.op)) // channels lie last in memory: only single pixels are a view
        return input.size() == 1 || (input[1] == 1 && input[2] == 1);
    if (const auto* dropout = std::get_if<Dropout>(&node.op))
        return !training || dropout->probability <= 0;
    if (const auto* depth = std::get_if<StochasticDepth>(&node.op))
        return !training || depth->probability <= 0;
    return false;
}

bool worksInPlace(const Op& op, bool training) {
    if (std::holds_alternative<Relu>(op) || std::holds_alternative<Add>(op))
        return true;
    return !training && (std::holds_alternative<Relu6>(op) || std::holds_alternative<Hardswish>(op) ||
                         std::holds_alternative<Hardsigmoid>(op) || std::holds_alternative<Silu>(op) ||
                         std::holds_alternative<Sigmoid>(op));
}

} // namespace graft::graph
