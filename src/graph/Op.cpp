#include "graph/Op.h"

namespace graft::graph {

namespace {

struct NameOf {
    std::string_view operator()(const Input&) const { return "Input"; }
    std::string_view operator()(const Conv2d&) const { return "Conv2d"; }
    std::string_view operator()(const BatchNorm2d&) const { return "BatchNorm2d"; }
    std::string_view operator()(const Standardize&) const { return "Standardize"; }
    std::string_view operator()(const Relu&) const { return "Relu"; }
    std::string_view operator()(const Relu6&) const { return "Relu6"; }
    std::string_view operator()(const Hardswish&) const { return "Hardswish"; }
    std::string_view operator()(const Hardsigmoid&) const { return "Hardsigmoid"; }
    std::string_view operator()(const MaxPool2d&) const { return "MaxPool2d"; }
    std::string_view operator()(const AvgPool2d&) const { return "AvgPool2d"; }
    std::string_view operator()(const AdaptiveAvgPool2d&) const { return "AdaptiveAvgPool2d"; }
    std::string_view operator()(const Flatten&) const { return "Flatten"; }
    std::string_view operator()(const Linear&) const { return "Linear"; }
    std::string_view operator()(const Dropout&) const { return "Dropout"; }
    std::string_view operator()(const Add&) const { return "Add"; }
    std::string_view operator()(const Multiply&) const { return "Multiply"; }
    std::string_view operator()(const Concat&) const { return "Concat"; }
};

} // namespace

std::string_view opName(const Op& op) {
    return std::visit(NameOf{}, op);
}

} // namespace graft::graph
