#include "ui/model/FreezeStops.h"

#include "ui/widgets/Widgets.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace graft::ui {
namespace {

constexpr double kFewImages = 100;   ///< a class
constexpr double kManyImages = 1000; ///< a class
constexpr std::int64_t kExactBelow = 100'000;

QString shortName(const std::string& prefix) {
    const QString text = QString::fromStdString(prefix);
    return text.section(QChar('+'), 0, 0);
}

QString count(std::int64_t parameters) {
    return parameters < kExactBelow ? countText(parameters) : largeCountText(double(parameters));
}

} // namespace

FreezeStops::FreezeStops(const graph::Architecture& architecture, int classes, const graph::HeadOptions& head,
                         int inputChannels)
    : m_architecture(&architecture),
      m_graph(architecture.build(
          {.classes = classes, .inputChannels = inputChannels, .newHead = true, .head = head})) {
    const graph::Graph& graph = m_graph;
    std::int64_t before = 0;
    for (const std::string& block : architecture.blocks) {
        if (block == architecture.head)
            continue;
        const auto plan = graph::freezeUpTo(graph, architecture, block);
        const std::int64_t frozen = plan ? graph::countParameters(graph, *plan).frozen : before;
        m_blocks.push_back({block, shortName(block), frozen - before});
        before = frozen;
    }
    const auto everything = graph::freezeUpTo(graph, architecture, "all");
    m_headParameters = everything ? graph::countParameters(graph, *everything).trainable : 0;
}

graph::ParameterCount FreezeStops::parameters(int frozen) const {
    graph::ParameterCount count{.trainable = m_headParameters};
    for (int i = 0; i < int(m_blocks.size()); ++i)
        (i < frozen ? count.frozen : count.trainable) += m_blocks[std::size_t(i)].parameters;
    return count;
}

graph::FreezePlan FreezeStops::planOf(const std::string& freeze) const {
    if (!m_architecture)
        return {};
    return graph::freezeUpTo(m_graph, *m_architecture, freeze).value_or(graph::FreezePlan());
}

graph::ParameterCount FreezeStops::parametersOf(const std::string& freeze) const {
    return graph::countParameters(m_graph, planOf(freeze));
}

std::vector<FreezeStops::State> FreezeStops::statesOf(const std::string& freeze) const {
    const graph::FreezePlan plan = planOf(freeze);
    std::vector<State> states;
    for (const Block& block : m_blocks) {
        int frozen = 0, learns = 0;
        for (graph::NodeIndex i = 0; i <= m_graph.output(); ++i)
            if (graph::hasParameters(m_graph.node(i)) && graph::inBlock(m_graph.node(i).name, block.prefix))
                ++(plan.frozen(i) ? frozen : learns);
        states.push_back(frozen == 0 ? State::Learns : learns == 0 ? State::Frozen : State::Partly);
    }
    return states;
}

std::string FreezeStops::freezeOf(int frozen) const {
    if (frozen <= 0)
        return "none";
    return frozen >= count() ? "all" : m_blocks[std::size_t(frozen) - 1].prefix;
}

int FreezeStops::frozenOf(const std::string& freeze) const {
    const std::string upTo = graph::FreezeChoice::read(freeze).upTo;
    if (upTo == "none")
        return 0;
    const auto found = std::ranges::find(m_blocks, upTo, &Block::prefix);
    return found == m_blocks.end() ? count() : int(found - m_blocks.begin()) + 1;
}

QString parameterSentence(const graph::ParameterCount& parameters) {
    return QCoreApplication::translate("FreezeStops", "%1 frozen · %2 trainable")
        .arg(count(parameters.frozen), count(parameters.trainable));
}

QString freezeAdvice(double imagesPerClass, int frozen, int blocks, bool fromScratch) {
    if (fromScratch)
        return QCoreApplication::translate(
            "FreezeStops",
            "Without pretrained weights there is nothing worth freezing: every block has to learn.");
    const QString images = countText(std::llround(imagesPerClass));
    if (imagesPerClass < kFewImages)
        return frozen == blocks
                   ? QCoreApplication::translate(
                         "FreezeStops",
                         "Good for about %1 training images per class: only the head learns, which is quick "
                         "and hard to overfit.")
                         .arg(images)
                   : QCoreApplication::translate(
                         "FreezeStops",
                         "With about %1 training images per class, freezing everything is the safer choice: "
                         "there is little to teach so many weights with.")
                         .arg(images);
    if (imagesPerClass < kManyImages)
        return QCoreApplication::translate(
                   "FreezeStops",
                   "With about %1 training images per class, start with everything frozen; then try letting "
                   "the last block or two learn, and keep what validates better.")
            .arg(images);
    return QCoreApplication::translate(
               "FreezeStops",
               "With about %1 training images per class, most blocks may learn; keep the first ones frozen "
               "if the images look like photographs.")
        .arg(images);
}

} // namespace graft::ui
