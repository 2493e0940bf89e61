#pragma once

#include "metrics/Classification.h"

#include <cstdint>
#include <span>

namespace graft::metrics {

/// Mean of a figure over repeated runs, with Student's 95 % interval. Of one run there is no interval (NaN).
Estimate meanOfRuns(std::span<const double> values);

/// Exact McNemar test of two classifiers on the same images: the chance of so unequal a split, or a more
/// unequal one, of the images that only one of them got right, if both were equally good (two-sided). 1 where
/// there are none.
double mcnemar(std::int64_t onlyFirst, std::int64_t onlySecond);

} // namespace graft::metrics
