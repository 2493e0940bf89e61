#pragma once

#include "graph/Architectures.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace graft::ui {

/// The stops of the freeze slider of one architecture: how many of its blocks, from the input on, do not
/// learn.
class FreezeStops {
public:
    struct Block {
        std::string prefix;
        QString name; ///< short, for the strip
        std::int64_t parameters = 0;
    };

    FreezeStops() = default;
    /// `classes`: outputs of the new head, which is made as `head` says.
    FreezeStops(const graph::Architecture& architecture, int classes, const graph::HeadOptions& head = {},
                int inputChannels = 3);

    const std::vector<Block>& blocks() const { return m_blocks; } ///< without the head
    std::int64_t headParameters() const { return m_headParameters; }
    int count() const { return int(m_blocks.size()); }
    graph::ParameterCount parameters(int frozen) const;
    /// Of a TrainingOptions::freeze with blocks of its own: how many parameters, and of each block whether
    /// all, some or none are frozen.
    graph::ParameterCount parametersOf(const std::string& freeze) const;
    enum class State { Learns, Partly, Frozen };
    std::vector<State> statesOf(const std::string& freeze) const;

    /// TrainingOptions::freeze of a stop, and back (without what is frozen on its own). An unknown block
    /// counts as "all".
    std::string freezeOf(int frozen) const;
    int frozenOf(const std::string& freeze) const;

private:
    graph::FreezePlan planOf(const std::string& freeze) const;

    const graph::Architecture* m_architecture = nullptr;
    graph::Graph m_graph;
    std::vector<Block> m_blocks;
    std::int64_t m_headParameters = 0;
};

/// "23.5 M frozen · 4,098 trainable".
QString parameterSentence(const graph::ParameterCount& count);

/// One sentence on where to put the freeze line, for so many training images a class.
QString freezeAdvice(double imagesPerClass, int frozen, int blocks, bool fromScratch);

} // namespace graft::ui
