#pragma once

#include "engine/Network.h"
#include "graph/Graph.h"
#include "training/ImageStream.h"
#include "training/ModelFile.h"
#include "training/Training.h"

#include <string>
#include <vector>

// The pieces of a run before its first epoch.
namespace graft::training {

/// "a, b, c and 4 more"
std::string listed(const std::vector<std::string>& names);

/// What can be wrong with an input whoever made it: options, classes, targets, no images.
Result<> checkInput(const RunInput& input);

/// A fingerprint of classes, images and their labels, whatever their order.
std::string fingerprint(const RunInput& input);

/// The network that the input asks for: the weights' peculiarities, the new head, the preprocessing at the
/// wanted size.
ModelFile describeModel(const RunInput& input);

/// Which nodes of the model's graph do not learn. The block is known (TrainingOptions::check).
graph::FreezePlan freezePlanOf(const ModelFile& model, const graph::Graph& graph);

/// In the order of their ids, so that a run does not depend on the order in which they were given.
ImageSet imageSet(std::vector<dataset::Item> items);

/// Nothing is for or against any class at first. With fewer images than features, what a random start adds in
/// directions that no training image has would stay for ever and only disturb.
void startHeadAtZero(engine::Network& network);

/// Where the options ask for it, for all but the head, whose BatchNorm has measured nothing yet.
void keepPretrainedStatistics(engine::Network& network, const ModelFile& model,
                              const LearningOptions& learning);

/// Loads pretrained weights into a new network. What did not fit comes back as sentences for a person;
/// weights that fit nowhere are an Error.
Result<std::vector<std::string>> loadPretrained(engine::Network& network, const ModelFile& model,
                                                const PretrainedWeights& weights);

} // namespace graft::training
