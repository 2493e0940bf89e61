#pragma once

#include "metrics/Outcomes.h"

namespace graft::metrics {

/// Expected calibration error over 15 equal bins of confidence, open below and closed above (Guo et al.
/// 2017): the mean distance between how sure the classifier is and how often it is right. `counts`: how often
/// each outcome is in the sample.
double calibrationError(std::span<const Outcome> outcomes, std::span<const std::uint32_t> counts);

} // namespace graft::metrics
