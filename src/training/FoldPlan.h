#pragma once

#include "dataset/Dataset.h"

#include <cstdint>
#include <vector>

namespace graft::training {

/// A fold from 0 to `folds` − 1 for each item. Items of one unit are in one fold; every class in as many
/// folds as it has units. Pure and seeded.
std::vector<int> foldsOf(const std::vector<dataset::Item>& items, int folds, std::uint64_t seed);

} // namespace graft::training
