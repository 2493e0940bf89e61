#include "graph/Graph.h"

#include <algorithm>

namespace graft::graph {

namespace {

using MaybeShape = std::optional<Shape>;

/// A window that goes along one side.
struct Window {
    int kernel, stride, padding;
    bool same = false;
    bool ceil = false;
};

/// How often it fits; nothing where it does not fit at all.
std::optional<std::int64_t> windows(std::int64_t side, const Window& window) {
    const auto& [kernel, stride, padding, same, ceil] = window;
    if (same)
        return (side + stride - 1) / stride;
    const std::int64_t room = side + 2LL * padding - kernel;
    if (room < 0)
        return std::nullopt;
    std::int64_t count = (room + (ceil ? stride - 1 : 0)) / stride + 1;
    // As LibTorch: the last window must start inside the image or its leading padding.
    if (ceil && (count - 1) * stride >= side + padding)
        --count;
    return count;
}

MaybeShape image(std::int64_t channels, std::optional<std::int64_t> height,
                 std::optional<std::int64_t> width) {
    if (!height || !width)
        return std::nullopt;
    return Shape{channels, *height, *width};
}

/// Nothing where the inputs do not fit the op.
struct ShapeOf {
    const Shape& given; ///< of the network's input
    std::vector<const Shape*> inputs;

    const Shape& in() const { return *inputs[0]; }
    bool isImage() const { return in().size() == 3; }
    MaybeShape same() const { return in(); }
    MaybeShape imageOf(int channels) const {
        return isImage() && in()[0] == channels ? same() : std::nullopt;
    }
    MaybeShape pooled(const Window& window) const {
        if (!isImage())
            return std::nullopt;
        return image(in()[0], windows(in()[1], window), windows(in()[2], window));
    }

    MaybeShape operator()(const Input& op) const {
        const bool fits = given.size() == 3 && given[0] == op.channels && given[1] > 0 && given[2] > 0;
        return fits ? MaybeShape(given) : std::nullopt;
    }
    MaybeShape operator()(const Conv2d& op) const {
        if (!isImage() || in()[0] != op.in)
            return std::nullopt;
        return image(op.out, windows(in()[1], {op.kernel[0], op.stride[0], op.padding[0], op.same}),
                     windows(in()[2], {op.kernel[1], op.stride[1], op.padding[1], op.same}));
    }
    MaybeShape operator()(const BatchNorm2d& op) const { return imageOf(op.channels); }
    MaybeShape operator()(const BatchNorm1d& op) const {
        return in() == Shape{op.features} ? same() : std::nullopt;
    }
    MaybeShape operator()(const LayerNorm2d& op) const { return imageOf(op.channels); }
    MaybeShape operator()(const LayerScale& op) const { return imageOf(op.channels); }
    MaybeShape operator()(const Standardize& op) const {
        return in() == Shape{op.features} ? same() : std::nullopt;
    }
    MaybeShape operator()(const Relu&) const { return same(); }
    MaybeShape operator()(const Relu6&) const { return same(); }
    MaybeShape operator()(const Hardswish&) const { return same(); }
    MaybeShape operator()(const Hardsigmoid&) const { return same(); }
    MaybeShape operator()(const Silu&) const { return same(); }
    MaybeShape operator()(const Sigmoid&) const { return same(); }
    MaybeShape operator()(const Gelu&) const { return same(); }
    MaybeShape operator()(const MaxPool2d& op) const {
        return pooled({op.kernel, op.stride, op.padding, op.same, op.ceil});
    }
    MaybeShape operator()(const AvgPool2d& op) const {
        return pooled({op.kernel, op.stride, op.padding, op.same});
    }
    MaybeShape operator()(const AdaptiveAvgPool2d& op) const {
        return isImage() ? MaybeShape(Shape{in()[0], op.height, op.width}) : std::nullopt;
    }
    MaybeShape operator()(const AdaptiveMaxPool2d& op) const {
        return isImage() ? MaybeShape(Shape{in()[0], op.height, op.width}) : std::nullopt;
    }
    MaybeShape operator()(const GemPool2d&) const {
        return isImage() ? MaybeShape(Shape{in()[0], 1, 1}) : std::nullopt;
    }
    MaybeShape operator()(const Flatten&) const {
        std::int64_t features = 1;
        for (std::int64_t side : in())
            features *= side;
        return Shape{features};
    }
    MaybeShape operator()(const Linear& op) const {
        return in() == Shape{op.in} ? MaybeShape(Shape{op.out}) : std::nullopt;
    }
    MaybeShape operator()(const PixelLinear& op) const {
        return imageOf(op.in) ? MaybeShape(Shape{op.out, in()[1], in()[2]}) : std::nullopt;
    }
    MaybeShape operator()(const Dropout&) const { return same(); }
    MaybeShape operator()(const StochasticDepth&) const { return same(); }
    MaybeShape operator()(const Add&) const {
        const bool equal = std::ranges::all_of(inputs, [&](const Shape* shape) { return *shape == in(); });
        return equal ? same() : std::nullopt;
    }
    MaybeShape operator()(const Multiply&) const {
        const Shape& factor = *inputs[1];
        const bool fits = factor == in() || (isImage() && factor == Shape{in()[0], 1, 1});
        return fits ? same() : std::nullopt;
    }
    MaybeShape operator()(const Concat&) const {
        Shape all = in();
        all[0] = 0;
        for (const Shape* shape : inputs) {
            if (!std::equal(shape->begin() + 1, shape->end(), all.begin() + 1, all.end()))
                return std::nullopt;
            all[0] += (*shape)[0];
        }
        return all;
    }
};

} // namespace

std::vector<Shape> inferShapes(const Graph& graph, const Shape& input) {
    std::vector<Shape> shapes;
    shapes.reserve(graph.nodes().size());
    for (const Node& node : graph.nodes()) {
        ShapeOf visitor{input, {}};
        for (NodeIndex from : node.inputs)
            visitor.inputs.push_back(&shapes[std::size_t(from)]);
        MaybeShape shape = std::visit(visitor, node.op);
        if (!shape)
            return {};
        shapes.push_back(std::move(*shape));
    }
    return shapes;
}

} // namespace graft::graph
