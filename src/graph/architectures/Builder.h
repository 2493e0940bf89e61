#pragma once

#include "graph/Architectures.h"

#include <string>
#include <vector>

namespace graft::graph {

/// What all nodes of a family share.
struct Style {
    BatchNorm2d norm{};
    Initialisation conv = Initialisation::KaimingNormalFanOut;
    Initialisation linear = Initialisation::FanInUniform;
};

/// Writes a graph from input to output, filling in the channel counts that follow from the node read.
class Builder {
public:
    Builder(const BuildOptions& options, const Style& style);

    const BuildOptions& options() const { return m_options; }
    NodeIndex input() const { return 0; }
    int channels(NodeIndex node) const { return m_channels[std::size_t(node)]; }

    NodeIndex conv(std::string name, NodeIndex from, Conv2d op);
    NodeIndex conv(std::string name, NodeIndex from, Conv2d op, Initialisation initialisation);
    NodeIndex norm(std::string name, NodeIndex from);
    /// `op.in` is needed only where a Flatten of more than one pixel comes before.
    NodeIndex linear(std::string name, NodeIndex from, Linear op);
    NodeIndex linear(std::string name, NodeIndex from, Linear op, Initialisation initialisation);
    NodeIndex maxPool(std::string name, NodeIndex from, MaxPool2d op);
    NodeIndex pixelLinear(std::string name, NodeIndex from, int out);
    /// A node that keeps the number of channels, or a Concat.
    NodeIndex apply(std::string name, const Op& op, std::vector<NodeIndex> inputs);
    /// "avgpool" and "flatten": the mean over the picture, as a vector.
    NodeIndex globalAverage(NodeIndex from);
    /// To one pixel: as the options want it for a new head, else the mean.
    NodeIndex pool(NodeIndex maps);

    /// Probability of the Dropout before the last Linear; `own` is the architecture's.
    double dropout(double own) const { return m_options.dropout < 0 ? own : m_options.dropout; }
    double stochasticDepth(double own) const {
        return m_options.stochasticDepth < 0 ? own : m_options.stochasticDepth;
    }
    /// The new head on feature maps, as the options want it; its last Linear is `name`.
    NodeIndex newHead(std::string name, NodeIndex maps, double ownDropout);
    /// The same on a vector of features: without the pooling.
    NodeIndex newHeadOnFeatures(std::string name, NodeIndex features, double ownDropout);

    Graph finish() && { return std::move(m_graph); }

private:
    Graph m_graph;
    BuildOptions m_options;
    Style m_style;
    std::vector<int> m_channels; ///< of every node's output

    NodeIndex add(std::string name, const Op& op, std::vector<NodeIndex> inputs,
                  Initialisation initialisation, int channels);
};

} // namespace graft::graph
