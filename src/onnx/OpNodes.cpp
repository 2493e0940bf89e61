#include "onnx/OpNodes.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <numbers>

namespace graft::onnx {

namespace {

using Pair = std::array<std::int64_t, 2>;

/// One side's window of an adaptive pooling: from ⌊i·in/out⌋ to before ⌈(i+1)·in/out⌉.
Pair adaptiveWindow(std::int64_t index, std::int64_t in, std::int64_t out) {
    return {index * in / out, ((index + 1) * in + out - 1) / out};
}

} // namespace

std::string OpNodes::last(const char* opType, const Names& inputs,
                          const std::vector<Attribute>& attributes) const {
    m_at.writer.node(opType, m_at.node.name, inputs, attributes);
    return m_at.node.name;
}

std::string OpNodes::step(const char* opType, const char* suffix, const Names& inputs,
                          const std::vector<Attribute>& attributes) const {
    m_at.writer.node(opType, part(suffix), inputs, attributes);
    return part(suffix);
}

std::string OpNodes::own(const char* tensor, const Dims& dims) const {
    const std::string name = part(tensor);
    const weights::Tensor& values = m_at.tensors.at(name);
    assert(values.type == weights::DType::F32);
    m_at.writer.initializer(name, dims.empty() ? values.shape : dims, values.data);
    return name;
}

std::string OpNodes::constant(const char* suffix, const Dims& dims, const std::vector<float>& values) const {
    m_at.writer.constant(part(suffix), dims, values);
    return part(suffix);
}

std::string OpNodes::constant(const char* suffix, const Dims& values) const {
    m_at.writer.constant(part(suffix), values);
    return part(suffix);
}

std::string OpNodes::operator()(const graph::Input&) const {
    return in();
}

OpNodes::Window OpNodes::windowOf(std::array<int, 2> kernel, std::array<int, 2> stride,
                                  std::array<int, 2> padding, bool same) const {
    Window window{{kernel[0], kernel[1]}, {stride[0], stride[1]}};
    for (const std::size_t side : {0, 1}) {
        const auto sides = same ? graph::samePadding(m_at.shapes[0][1 + side], kernel[side], stride[side])
                                : Pair{padding[side], padding[side]};
        window.before[side] = sides[0];
        window.after[side] = sides[1];
    }
    return window;
}

std::vector<Attribute> OpNodes::attributesOf(const Window& window) {
    return {{"kernel_shape", Dims{window.kernel[0], window.kernel[1]}},
            {"strides", Dims{window.stride[0], window.stride[1]}},
            {"pads", Dims{window.before[0], window.before[1], window.after[0], window.after[1]}}};
}

std::string OpNodes::operator()(const graph::Conv2d& op) const {
    Names inputs{in(), own("weight")};
    if (op.bias)
        inputs.push_back(own("bias"));
    auto attributes = attributesOf(windowOf(op.kernel, op.stride, op.padding, op.same));
    attributes.push_back({"group", std::int64_t(op.groups)});
    return last("Conv", inputs, attributes);
}

std::string OpNodes::batchNorm(double eps) const {
    return last("BatchNormalization",
                {in(), own("weight"), own("bias"), own("running_mean"), own("running_var")},
                {{"epsilon", float(eps)}});
}

std::string OpNodes::operator()(const graph::BatchNorm2d& op) const {
    return batchNorm(op.eps);
}

std::string OpNodes::operator()(const graph::BatchNorm1d& op) const {
    return batchNorm(op.eps);
}

/// Every pixel is an instance [1, C, 1] whose values are normalised: the pixels come forward, the channels
/// behind.
std::string OpNodes::operator()(const graph::LayerNorm2d& op) const {
    const graph::Shape& shape = m_at.output;
    const std::string pixels = step("Transpose", "pixels", {in()}, {{"perm", Dims{0, 2, 3, 1}}});
    const std::string instances =
        step("Reshape", "instances",
             {pixels, constant("instances_shape", {0, shape[1] * shape[2], op.channels, 1})});
    const std::string normalised = step(
        "InstanceNormalization", "normalised",
        {instances,
         constant("ones", {shape[1] * shape[2]}, std::vector<float>(std::size_t(shape[1] * shape[2]), 1.0F)),
         constant("zeros", {shape[1] * shape[2]},
                  std::vector<float>(std::size_t(shape[1] * shape[2]), 0.0F))},
        {{"epsilon", float(op.eps)}});
    const std::string rows =
        step("Reshape", "rows", {normalised, constant("rows_shape", {0, shape[1], shape[2], op.channels})});
    const std::string image = step("Transpose", "image", {rows}, {{"perm", Dims{0, 3, 1, 2}}});
    const std::string scaled = step("Mul", "scaled", {image, own("weight", {1, op.channels, 1, 1})});
    return last("Add", {scaled, own("bias", {1, op.channels, 1, 1})});
}

std::string OpNodes::operator()(const graph::LayerScale& op) const {
    return last("Mul", {in(), own("layer_scale", {1, op.channels, 1, 1})});
}

std::string OpNodes::operator()(const graph::Standardize& op) const {
    const std::size_t count = std::size_t(op.features);
    const std::string ones = constant("weight", {op.features}, std::vector<float>(count, 1.0F));
    const std::string zeros = constant("bias", {op.features}, std::vector<float>(count, 0.0F));
    return last("BatchNormalization", {in(), ones, zeros, own("running_mean"), own("running_var")},
                {{"epsilon", float(op.eps)}});
}

std::string OpNodes::operator()(const graph::Relu&) const {
    return last("Relu", {in()});
}

// Not Clip, whose bounds are inputs since opset 11: OpenCV reads those only from 4.7 on.
std::string OpNodes::operator()(const graph::Relu6&) const {
    const std::string share = step("HardSigmoid", "share", {in()}, {{"alpha", 1.0F / 6}, {"beta", 0.0F}});
    return last("Mul", {share, constant("six", {}, {6.0F})});
}

std::string OpNodes::operator()(const graph::Hardswish&) const {
    return last("Mul", {in(), step("HardSigmoid", "gate", {in()}, {{"alpha", 1.0F / 6}, {"beta", 0.5F}})});
}

// (x + 3) / 6 between 0 and 1. Not with a beta of a half: that, and a Mul by anything, OpenCV takes for
// Hardswish.
std::string OpNodes::operator()(const graph::Hardsigmoid&) const {
    const std::string raised = step("Add", "raised", {in(), constant("three", {}, {3.0F})});
    return last("HardSigmoid", {raised}, {{"alpha", 1.0F / 6}, {"beta", 0.0F}});
}

std::string OpNodes::operator()(const graph::Silu&) const {
    return last("Mul", {in(), step("Sigmoid", "gate", {in()})});
}

std::string OpNodes::operator()(const graph::Sigmoid&) const {
    return last("Sigmoid", {in()});
}

/// x · (1 + erf(x / √2)) / 2
std::string OpNodes::operator()(const graph::Gelu&) const {
    const std::string scaled =
        step("Mul", "scaled", {in(), constant("root", {}, {float(1 / std::numbers::sqrt2)})});
    const std::string raised =
        step("Add", "raised", {step("Erf", "erf", {scaled}), constant("one", {}, {1.0F})});
    const std::string half = step("Mul", "share", {raised, constant("half", {}, {0.5F})});
    return last("Mul", {in(), half});
}

// The padding behind is as much as the known output needs: runtimes disagree about ceil_mode at the border.
std::string OpNodes::operator()(const graph::MaxPool2d& op) const {
    Window window =
        windowOf({op.kernel, op.kernel}, {op.stride, op.stride}, {op.padding, op.padding}, op.same);
    for (const std::size_t side : {0, 1}) {
        const std::int64_t in = m_at.shapes[0][1 + side], out = m_at.output[1 + side];
        window.after[side] =
            std::max<std::int64_t>(0, (out - 1) * op.stride + op.kernel - in - window.before[side]);
    }
    return last("MaxPool", {in()}, attributesOf(window));
}

// Zeros that count are added by a node of their own, for OpenCV does not read count_include_pad.
std::string OpNodes::operator()(const graph::AvgPool2d& op) const {
    Window window =
        windowOf({op.kernel, op.kernel}, {op.stride, op.stride}, {op.padding, op.padding}, op.same);
    if (op.same || op.padding == 0)
        return last("AveragePool", {in()}, attributesOf(window));
    const std::string zeros =
        constant("pads", {0, 0, window.before[0], window.before[1], 0, 0, window.after[0], window.after[1]});
    window.before = window.after = {0, 0};
    return last("AveragePool", {step("Pad", "padded", {in(), zeros})}, attributesOf(window));
}

std::optional<Pair> OpNodes::equalWindows() const {
    Pair window;
    for (const std::size_t side : {0, 1}) {
        const std::int64_t in = m_at.shapes[0][1 + side], out = m_at.output[1 + side];
        if (in % out != 0)
            return std::nullopt;
        window[side] = in / out;
    }
    return window;
}

/// Windows of different sizes are one matrix [pixels out, pixels in], applied as a 1×1 convolution over an
/// image whose channels are the pixels: every runtime has that.
std::string OpNodes::pooledByMatrix() const {
    const graph::Shape& from = m_at.shapes[0];
    const graph::Shape& to = m_at.output;
    const std::int64_t pixelsIn = from[1] * from[2], pixelsOut = to[1] * to[2];
    std::vector<float> matrix(std::size_t(pixelsIn * pixelsOut), 0.0F);
    for (std::int64_t y = 0; y < to[1]; ++y)
        for (std::int64_t x = 0; x < to[2]; ++x) {
            const Pair rows = adaptiveWindow(y, from[1], to[1]), columns = adaptiveWindow(x, from[2], to[2]);
            const float share = 1.0F / float((rows[1] - rows[0]) * (columns[1] - columns[0]));
            for (std::int64_t v = rows[0]; v < rows[1]; ++v)
                for (std::int64_t u = columns[0]; u < columns[1]; ++u)
                    matrix[std::size_t((y * to[2] + x) * pixelsIn + v * from[2] + u)] = share;
        }
    const Dims swapped{0, 2, 1, 3};
    const std::string lines =
        step("Reshape", "lines", {in(), constant("lines_shape", {0, from[0], pixelsIn, 1})});
    const std::string pixels = step("Transpose", "pixels", {lines}, {{"perm", swapped}});
    const std::string windows = constant("windows", {pixelsOut, pixelsIn, 1, 1}, matrix);
    const std::string pooled = step("Conv", "pooled", {pixels, windows}, {{"kernel_shape", Dims{1, 1}}});
    const std::string channels = step("Transpose", "channels", {pooled}, {{"perm", swapped}});
    return last("Reshape", {channels, constant("shape", {0, to[0], to[1], to[2]})});
}

std::string OpNodes::operator()(const graph::AdaptiveAvgPool2d& op) const {
    const auto window = equalWindows();
    if (window == Pair{1, 1})
        return in();
    if (op.height == 1 && op.width == 1)
        return last("GlobalAveragePool", {in()});
    return window ? last("AveragePool", {in()}, attributesOf({*window, *window})) : pooledByMatrix();
}

std::string OpNodes::maximaAlong(std::int64_t axis, const std::string& from, std::int64_t in,
                                 std::int64_t out) const {
    Names parts;
    for (std::int64_t i = 0; i < out; ++i) {
        const std::string label = (axis == 2 ? "row" : "column") + std::to_string(i);
        const Pair window = adaptiveWindow(i, in, out);
        const std::string begin = constant((label + "_begin").c_str(), Dims{window[0]});
        const std::string end = constant((label + "_end").c_str(), Dims{window[1]});
        const std::string axes = constant((label + "_axis").c_str(), Dims{axis});
        const std::string slice = step("Slice", (label + "_part").c_str(), {from, begin, end, axes});
        parts.push_back(
            step("ReduceMax", label.c_str(), {slice}, {{"axes", Dims{axis}}, {"keepdims", std::int64_t(1)}}));
    }
    return axis == 2 ? step("Concat", "rows", parts, {{"axis", axis}})
                     : last("Concat", parts, {{"axis", axis}});
}

std::string OpNodes::operator()(const graph::AdaptiveMaxPool2d& op) const {
    const auto window = equalWindows();
    if (window == Pair{1, 1})
        return in();
    if (op.height == 1 && op.width == 1)
        return last("GlobalMaxPool", {in()});
    if (window)
        return last("MaxPool", {in()}, attributesOf({*window, *window}));
    const graph::Shape& from = m_at.shapes[0];
    return maximaAlong(3, maximaAlong(2, in(), from[1], op.height), from[2], op.width);
}

/// (mean of max(x, ε)^p)^(1/p), where max(x, ε) is relu(x − ε) + ε.
std::string OpNodes::operator()(const graph::GemPool2d& op) const {
    const float p = weights::toFloats(m_at.tensors.at(part("p")))[0];
    const std::string above =
        step("Relu", "above", {step("Add", "lowered", {in(), constant("minus_eps", {}, {float(-op.eps)})})});
    const std::string clamped = step("Add", "clamped", {above, constant("eps", {}, {float(op.eps)})});
    const std::string powers = step("Pow", "powers", {clamped, constant("p", {}, {p})});
    return last("Pow", {step("GlobalAveragePool", "mean", {powers}), constant("inverse_p", {}, {1 / p})});
}

std::string OpNodes::operator()(const graph::Flatten&) const {
    return last("Flatten", {in()}, {{"axis", std::int64_t(1)}});
}

std::string OpNodes::operator()(const graph::Linear& op) const {
    Names inputs{in(), own("weight")};
    if (op.bias)
        inputs.push_back(own("bias"));
    return last("Gemm", inputs, {{"transB", std::int64_t(1)}});
}

std::string OpNodes::operator()(const graph::PixelLinear& op) const {
    Names inputs{in(), own("weight", {op.out, op.in, 1, 1})};
    if (op.bias)
        inputs.push_back(own("bias"));
    return last("Conv", inputs, {{"kernel_shape", Dims{1, 1}}});
}

std::string OpNodes::operator()(const graph::Dropout&) const {
    return in();
}

std::string OpNodes::operator()(const graph::StochasticDepth&) const {
    return in();
}

std::string OpNodes::operator()(const graph::Add&) const {
    std::string sum = in();
    for (std::size_t i = 1; i < m_at.inputs.size(); ++i)
        sum = i + 1 == m_at.inputs.size() ? last("Add", {sum, m_at.inputs[i]})
                                          : step("Add", std::to_string(i).c_str(), {sum, m_at.inputs[i]});
    return sum;
}

std::string OpNodes::operator()(const graph::Multiply&) const {
    return last("Mul", m_at.inputs);
}

std::string OpNodes::operator()(const graph::Concat&) const {
    return last("Concat", m_at.inputs, {{"axis", std::int64_t(1)}});
}

} // namespace graft::onnx
