#pragma once

#include "project/Project.h"

#include <cstdint>
#include <map>

namespace graft::project {

/// For k-fold cross-validation: a fold from 0 to `count` − 1 for every labelled image on the training or
/// validation side. Stratified by class; whole groups and images of equal content in one fold. Pure and
/// seeded. An Error where a fold would have no image.
Result<std::map<ImageId, int>> planFolds(const Project& project, int count, std::uint64_t seed);

} // namespace graft::project
