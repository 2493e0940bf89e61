#pragma once

#include "diagram/Layout.h"
#include "training/LearningOptions.h"

#include <QString>

#include <memory>
#include <vector>

namespace graft::ui {

/// A network that does not change, shared with the thread that lays it out.
struct DrawnNetwork {
    const graph::Architecture& architecture;
    graph::Graph graph;
    diagram::Outline outline;
    int side; ///< of the input

    DrawnNetwork(const graph::Architecture& which, int classes, int inputSide, int inputChannels = 3);
};

/// Everything a picture of a network is painted from.
struct NetworkDrawing {
    std::shared_ptr<const DrawnNetwork> network; ///< null: nothing is shown yet
    graph::FreezeChoice choice;
    bool nothingToFreeze = false;       ///< from scratch
    training::LearningOptions learning; ///< says whose learning rate is another
    std::vector<diagram::Facts> facts;
    std::vector<bool> opened;
    diagram::Layout layout;

    void freeze(const graph::FreezeChoice& wanted, bool nothing);
    const diagram::Part& part(int index) const { return network->outline.part(index); }
    const diagram::Facts& factsOf(int part) const { return facts[std::size_t(part)]; }
    double largestShare() const; ///< of the boxes drawn
    int boxOf(int part) const;   ///< -1: not drawn as a box
    /// How many stops, from the input on, are frozen, and where the line is drawn for so many.
    int frozenStops() const;
    double lineAt(int frozen) const;
    /// That stop and all before it.
    graph::FreezeChoice choiceOf(int frozen) const;
    /// Everything up to this part and the part itself, nothing behind it.
    graph::FreezeChoice upTo(int part) const;
};

namespace network_words {

QString kind(const NetworkDrawing& drawing, int part);     ///< "Conv2d 3×3 / 2", "21 nodes"
QString shape(const graph::Shape& shape);                  ///< "64 × 112 × 112"
QString figures(const diagram::Facts& facts);              ///< "9.4 k · 3.1 %"
QString learning(const NetworkDrawing& drawing, int part); ///< "frozen", "learns", …
/// "rate × 0.49", "rate × 0.1 to 1"; empty: the part learns at its full rate, or not at all.
QString rate(const NetworkDrawing& drawing, int part);
/// All of it in one sentence, for tips and screen readers.
QString sentence(const NetworkDrawing& drawing, int part);

} // namespace network_words

} // namespace graft::ui
