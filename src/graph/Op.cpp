#include "graph/Op.h"

#include <algorithm>

namespace graft::graph {

namespace {

struct NameOf {
    std::string_view operator()(const Input&) const { return "Input"; }
    std::string_view operator()(const Conv2d&) const { return "Conv2d"; }
    std::string_view operator()(const BatchNorm2d&) const { return "BatchNorm2d"; }
    std::string_view operator()(const BatchNorm1d&) const { return "BatchNorm1d"; }
    std::string_view operator()(const LayerNorm2d&) const { return "LayerNorm2d"; }
    std::string_view operator()(const LayerScale&) const { return "LayerScale"; }
    std::string_view operator()(const Standardize&) const { return "Standardize"; }
    std::string_view operator()(const Relu&) const { return "Relu"; }
    std::string_view operator()(const Relu6&) const { return "Relu6"; }
    std::string_view operator()(const Hardswish&) const { return "Hardswish"; }
    std::string_view operator()(const Hardsigmoid&) const { return "Hardsigmoid"; }
    std::string_view operator()(const Silu&) const { return "Silu"; }
    std::string_view operator()(const Sigmoid&) const { return "Sigmoid"; }
    std::string_view operator()(const Gelu&) const { return "Gelu"; }
    std::string_view operator()(const MaxPool2d&) const { return "MaxPool2d"; }
    std::string_view operator()(const AvgPool2d&) const { return "AvgPool2d"; }
    std::string_view operator()(const AdaptiveAvgPool2d&) const { return "AdaptiveAvgPool2d"; }
    std::string_view operator()(const AdaptiveMaxPool2d&) const { return "AdaptiveMaxPool2d"; }
    std::string_view operator()(const GemPool2d&) const { return "GemPool2d"; }
    std::string_view operator()(const Flatten&) const { return "Flatten"; }
    std::string_view operator()(const Linear&) const { return "Linear"; }
    std::string_view operator()(const PixelLinear&) const { return "PixelLinear"; }
    std::string_view operator()(const Dropout&) const { return "Dropout"; }
    std::string_view operator()(const StochasticDepth&) const { return "StochasticDepth"; }
    std::string_view operator()(const Add&) const { return "Add"; }
    std::string_view operator()(const Multiply&) const { return "Multiply"; }
    std::string_view operator()(const Concat&) const { return "Concat"; }
};

} // namespace

std::string_view opName(const Op& op) {
    return std::visit(NameOf{}, op);
}

std::array<std::int64_t, 2> samePadding(std::int64_t side, int kernel, int stride) {
    const std::int64_t windows = (side + stride - 1) / stride;
    const std::int64_t total = std::max<std::int64_t>((windows - 1) * stride + kernel - side, 0);
    return {total / 2, total - total / 2};
}

} // namespace graft::graph
