#include "ui/network/NetworkDrawing.h"

#include "training/BlockRates.h"
#include "ui/train/RunWords.h"
#include "ui/widgets/Widgets.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace graft::ui {

DrawnNetwork::DrawnNetwork(const graph::Architecture& which, int classes, int inputSide, int inputChannels)
    : architecture(which),
      graph(which.build({.classes = classes, .inputChannels = inputChannels, .newHead = true})),
      outline(graph, which), side(std::max(inputSide, which.minimumSize)) {}

void NetworkDrawing::freeze(const graph::FreezeChoice& wanted, bool nothing) {
    choice = nothing ? graph::FreezeChoice() : wanted;
    nothingToFreeze = nothing;
    const auto plan = graph::freezePlan(network->graph, network->architecture, choice);
    facts = diagram::facts(network->outline, network->graph, plan.value_or(graph::FreezePlan()),
                           graph::inputShape(network->graph, network->side));
    facts.resize(network->outline.parts().size());
}

double NetworkDrawing::largestShare() const {
    double largest = 0;
    for (const diagram::Box& box : layout.boxes)
        largest = std::max(largest, factsOf(box.part).share);
    return largest;
}

int NetworkDrawing::boxOf(int part) const {
    const auto found = std::ranges::find(layout.boxes, part, &diagram::Box::part);
    return found == layout.boxes.end() ? -1 : int(found - layout.boxes.begin());
}

int NetworkDrawing::frozenStops() const {
    const auto& blocks = network->architecture.blocks;
    if (choice.upTo == "none")
        return 0;
    const auto found = std::ranges::find(blocks, choice.upTo);
    return found == blocks.end() ? int(blocks.size()) : int(found - blocks.begin()) + 1;
}

double NetworkDrawing::lineAt(int frozen) const {
    double before = 0, behind = layout.width;
    const auto widen = [&](int index, const diagram::Rect& area) {
        if (part(index).stop < frozen)
            before = std::max(before, area.right());
        else
            behind = std::min(behind, area.x);
    };
    for (const diagram::Box& box : layout.boxes)
        widen(box.part, box.area);
    for (const diagram::Frame& frame : layout.frames)
        widen(frame.part, frame.area);
    return (before + behind) / 2;
}

graph::FreezeChoice NetworkDrawing::choiceOf(int frozen) const {
    const auto& blocks = network->architecture.blocks;
    if (frozen <= 0)
        return {"none", {}};
    return {frozen >= int(blocks.size()) ? "all" : blocks[std::size_t(frozen) - 1], {}};
}

graph::FreezeChoice NetworkDrawing::upTo(int index) const {
    std::vector<bool> frozen(network->graph.nodes().size(), false);
    std::fill(frozen.begin(), frozen.begin() + part(index).nodes.back() + 1, true);
    return graph::freezeChoice(network->graph, network->architecture, frozen);
}

namespace network_words {

QString kind(const NetworkDrawing& drawing, int index) {
    const diagram::Part& part = drawing.part(index);
    if (part.isBlock())
        return QCoreApplication::translate("Network", "%1 nodes").arg(part.nodes.size());
    const graph::Op& op = drawing.network->graph.node(part.nodes.front()).op;
    const std::string_view name = graph::opName(op);
    const QString text = QString::fromUtf8(name.data(), qsizetype(name.size()));
    const std::string detail = graph::opDetail(op);
    return detail.empty() ? text : text + QLatin1Char(' ') + QString::fromStdString(detail);
}

QString shape(const graph::Shape& shape) {
    QStringList sides;
    for (const std::int64_t side : shape)
        sides += QString::number(side);
    return sides.join(QStringLiteral(" × "));
}

QString figures(const diagram::Facts& facts) {
    QStringList parts;
    if (facts.parameters > 0)
        parts += largeCountText(double(facts.parameters));
    if (facts.multiplyAdds > 0)
        parts += run_words::percent(facts.share);
    return parts.join(QStringLiteral(" · "));
}

QString learning(const NetworkDrawing& drawing, int index) {
    switch (drawing.factsOf(index).learning) {
    case diagram::Learning::Frozen:
        return QCoreApplication::translate("Network", "frozen");
    case diagram::Learning::Partly:
        return QCoreApplication::translate("Network", "partly frozen");
    case diagram::Learning::Learns:
        return QCoreApplication::translate("Network", "learns");
    case diagram::Learning::Nothing:
        break;
    }
    return QCoreApplication::translate("Network", "nothing to learn");
}

QString rate(const NetworkDrawing& drawing, int index) {
    const auto kind = drawing.factsOf(index).learning;
    if (kind != diagram::Learning::Learns && kind != diagram::Learning::Partly)
        return {};
    double lowest = 1e9, highest = 0;
    for (const graph::NodeIndex node : drawing.part(index).nodes) {
        if (graph::tensorsOf(drawing.network->graph.node(node)).empty())
            continue;
        const double factor = training::blockFactor(drawing.network->graph.node(node).name,
                                                    drawing.network->architecture, drawing.learning);
        lowest = std::min(lowest, factor);
        highest = std::max(highest, factor);
    }
    if (highest < lowest || (lowest == 1 && highest == 1))
        return {};
    const QLocale locale;
    if (lowest == highest)
        return QCoreApplication::translate("Network", "rate × %1").arg(locale.toString(lowest, 'g', 2));
    return QCoreApplication::translate("Network", "rate × %1 to %2")
        .arg(locale.toString(lowest, 'g', 2), locale.toString(highest, 'g', 2));
}

QString sentence(const NetworkDrawing& drawing, int index) {
    const diagram::Facts& facts = drawing.factsOf(index);
    QStringList parts{QString::fromStdString(drawing.part(index).name), kind(drawing, index)};
    parts += QCoreApplication::translate("Network", "output %1").arg(shape(facts.output));
    if (facts.parameters > 0)
        parts += QCoreApplication::translate("Network", "%1 parameters").arg(countText(facts.parameters));
    if (facts.multiplyAdds > 0)
        parts += QCoreApplication::translate("Network", "%1 of the multiply-adds")
                     .arg(run_words::percent(facts.share));
    parts += learning(drawing, index);
    if (const QString factor = rate(drawing, index); !factor.isEmpty())
        parts += factor;
    return parts.join(QStringLiteral(", "));
}

} // namespace network_words

} // namespace graft::ui
