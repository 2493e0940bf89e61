#pragma once

#include "graph/Architectures.h"
#include "training/LearningOptions.h"

#include <string_view>

namespace graft::training {

/// What the learning rate of a node, or of one of its tensors, is multiplied with: the decay by depth, and
/// the factor of the most exact name that was given one.
double blockFactor(std::string_view name, const graph::Architecture& architecture,
                   const LearningOptions& learning);

} // namespace graft::training
