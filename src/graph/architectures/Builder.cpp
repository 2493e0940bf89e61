#include "graph/architectures/Builder.h"

namespace graft::graph {

Builder::Builder(const BuildOptions& options, const Style& style) : m_options(options), m_style(style) {
    if (options.batchNormEps > 0)
        m_style.norm.eps = options.batchNormEps;
    add("input", Input{options.inputChannels}, {}, {}, options.inputChannels);
}

NodeIndex Builder::add(std::string name, const Op& op, std::vector<NodeIndex> inputs,
                       Initialisation initialisation, int channels) {
    m_channels.push_back(channels);
    return m_graph.add(std::move(name), op, std::move(inputs), initialisation);
}

NodeIndex Builder::conv(std::string name, NodeIndex from, Conv2d op) {
    return conv(std::move(name), from, op, m_style.conv);
}

NodeIndex Builder::conv(std::string name, NodeIndex from, Conv2d op, Initialisation initialisation) {
    op.in = channels(from);
    op.bias = op.bias || m_options.convolutionBias;
    op.same = m_options.samePadding && (op.padding[0] > 0 || op.padding[1] > 0);
    if (op.same)
        op.padding = {0, 0};
    return add(std::move(name), op, {from}, initialisation, op.out);
}

NodeIndex Builder::maxPool(std::string name, NodeIndex from, MaxPool2d op) {
    op.same = m_options.samePadding && op.padding > 0;
    if (op.same)
        op.padding = 0;
    return apply(std::move(name), op, {from});
}

NodeIndex Builder::norm(std::string name, NodeIndex from) {
    BatchNorm2d op = m_style.norm;
    op.channels = channels(from);
    return add(std::move(name), op, {from}, {}, op.channels);
}

NodeIndex Builder::linear(std::string name, NodeIndex from, Linear op) {
    return linear(std::move(name), from, op, m_style.linear);
}

NodeIndex Builder::linear(std::string name, NodeIndex from, Linear op, Initialisation initialisation) {
    if (op.in == 0)
        op.in = channels(from);
    return add(std::move(name), op, {from}, initialisation, op.out);
}

NodeIndex Builder::pixelLinear(std::string name, NodeIndex from, int out) {
    return add(std::move(name), PixelLinear{.in = channels(from), .out = out}, {from}, m_style.linear, out);
}

NodeIndex Builder::apply(std::string name, const Op& op, std::vector<NodeIndex> inputs) {
    int total = channels(inputs[0]);
    if (std::holds_alternative<Concat>(op))
        for (std::size_t i = 1; i < inputs.size(); ++i)
            total += channels(inputs[i]);
    return add(std::move(name), op, std::move(inputs), {}, total);
}

NodeIndex Builder::globalAverage(NodeIndex from) {
    const NodeIndex pooled = apply("avgpool", AdaptiveAvgPool2d{1, 1}, {from});
    return apply("flatten", Flatten{}, {pooled});
}

NodeIndex Builder::pool(NodeIndex maps) {
    if (!m_options.newHead || m_options.head.pooling == Pooling::Average)
        return apply("avgpool", AdaptiveAvgPool2d{1, 1}, {maps});
    const Op op = m_options.head.pooling == Pooling::Max ? Op(AdaptiveMaxPool2d{1, 1}) : Op(GemPool2d{});
    return apply("head.pool", op, {maps});
}

NodeIndex Builder::newHead(std::string name, NodeIndex maps, double ownDropout) {
    return newHeadOnFeatures(std::move(name), apply("flatten", Flatten{}, {pool(maps)}), ownDropout);
}

NodeIndex Builder::newHeadOnFeatures(std::string name, NodeIndex features, double ownDropout) {
    NodeIndex x = apply("head.norm", Standardize{channels(features)}, {features});
    const Dropout dropping{dropout(ownDropout)};
    int number = 0;
    for (const int neurons : m_options.head.hidden) {
        const std::string layer = "head.hidden" + std::to_string(++number);
        x = linear(layer, x, {.out = neurons}, Initialisation::KaimingUniformFanIn);
        if (m_options.head.batchNorm)
            x = apply(layer + ".bn", BatchNorm1d{.features = neurons}, {x});
        x = apply(layer + ".relu", Relu{}, {x});
        if (number < int(m_options.head.hidden.size()))
            x = apply(layer + ".dropout", dropping, {x});
    }
    x = apply("head.dropout", dropping, {x});
    return linear(std::move(name), x, {.out = m_options.classes}, Initialisation::FanInUniform);
}

} // namespace graft::graph
