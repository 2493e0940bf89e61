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
    return add(std::move(name), op, {from}, initialisation, op.out);
}

NodeIndex Builder::norm(std::string name, NodeIndex from) {
    BatchNorm2d op = m_style.norm;
    op.channels = channels(from);
    return add(std::move(name), op, {from}, {}, op.channels);
}

NodeIndex Builder::linear(std::string name, NodeIndex from, Linear op) {
    if (op.in == 0)
        op.in = channels(from);
    return add(std::move(name), op, {from}, m_style.linear, op.out);
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

NodeIndex Builder::newHead(std::string name, NodeIndex features, double ownDropout) {
    const NodeIndex standardised = apply("head.norm", Standardize{channels(features)}, {features});
    const NodeIndex dropped = apply("head.dropout", Dropout{dropout(ownDropout)}, {standardised});
    const Linear op{.in = channels(dropped), .out = m_options.classes};
    return add(std::move(name), op, {dropped}, Initialisation::FanInUniform, op.out);
}

} // namespace graft::graph
