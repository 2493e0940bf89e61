#include "graph/Op.h"

#include <cmath>

namespace graft::graph {

namespace {

std::string window(int height, int width, int strideDown, int strideAcross) {
    std::string text = std::to_string(height) + "×" + std::to_string(width);
    if (strideDown != strideAcross)
        text += " / " + std::to_string(strideDown) + "×" + std::to_string(strideAcross);
    else if (strideDown != 1)
        text += " / " + std::to_string(strideDown);
    return text;
}

std::string percent(double share) {
    return std::to_string(std::lround(share * 100)) + " %";
}

struct DetailOf {
    std::string operator()(const Input&) const { return {}; }
    std::string operator()(const Conv2d& op) const {
        std::string shape = window(op.kernel[0], op.kernel[1], op.stride[0], op.stride[1]);
        if (op.groups == 1)
            return shape;
        return shape + (op.groups == op.in ? " depthwise" : " in " + std::to_string(op.groups) + " groups");
    }
    std::string operator()(const BatchNorm2d&) const { return {}; }
    std::string operator()(const BatchNorm1d&) const { return {}; }
    std::string operator()(const LayerNorm2d&) const { return {}; }
    std::string operator()(const LayerScale&) const { return {}; }
    std::string operator()(const Standardize&) const { return {}; }
    std::string operator()(const Relu&) const { return {}; }
    std::string operator()(const Relu6&) const { return {}; }
    std::string operator()(const Hardswish&) const { return {}; }
    std::string operator()(const Hardsigmoid&) const { return {}; }
    std::string operator()(const Silu&) const { return {}; }
    std::string operator()(const Sigmoid&) const { return {}; }
    std::string operator()(const Gelu&) const { return {}; }
    std::string operator()(const MaxPool2d& op) const {
        return window(op.kernel, op.kernel, op.stride, op.stride);
    }
    std::string operator()(const AvgPool2d& op) const {
        return window(op.kernel, op.kernel, op.stride, op.stride);
    }
    std::string operator()(const AdaptiveAvgPool2d& op) const { return window(op.height, op.width, 1, 1); }
    std::string operator()(const AdaptiveMaxPool2d& op) const { return window(op.height, op.width, 1, 1); }
    std::string operator()(const GemPool2d&) const { return {}; }
    std::string operator()(const Flatten&) const { return {}; }
    std::string operator()(const Linear& op) const {
        return std::to_string(op.in) + " → " + std::to_string(op.out);
    }
    std::string operator()(const PixelLinear& op) const {
        return std::to_string(op.in) + " → " + std::to_string(op.out);
    }
    std::string operator()(const Dropout& op) const { return percent(op.probability); }
    std::string operator()(const StochasticDepth& op) const { return percent(op.probability); }
    std::string operator()(const Add&) const { return {}; }
    std::string operator()(const Multiply&) const { return {}; }
    std::string operator()(const Concat&) const { return {}; }
};

} // namespace

std::string opDetail(const Op& op) {
    return std::visit(DetailOf{}, op);
}

} // namespace graft::graph
