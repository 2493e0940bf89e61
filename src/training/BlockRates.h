#pragma once

#include "base/Result.h"
#include "graph/Architectures.h"
#include "training/LearningOptions.h"

#include <string>
#include <string_view>

namespace graft::training {

/// What the learning rate of a node, or of one of its tensors, is multiplied with: the decay by depth, and
/// the factor of the most exact name that was given one.
double blockFactor(std::string_view name, const graph::Architecture& architecture,
                   const LearningOptions& learning);

/// An Error that names the first of learning.blockRates that is no block, or prefix of node names, with
/// something to learn.
Result<> checkBlockNames(const graph::Architecture& architecture, const LearningOptions& learning);

/// "conv1+bn1, layer1, layer2".
std::string blocksOf(const graph::Architecture& architecture);

} // namespace graft::training
