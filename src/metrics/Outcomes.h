#pragma once

#include "metrics/Classification.h"

#include <cstdint>
#include <span>
#include <vector>

namespace graft::metrics {

/// What a classifier said of one image.
struct Outcome {
    std::uint32_t row = 0; ///< in the data
    int truth = 0;
    int predicted = 0;
    double confidence = 0; ///< probability of the predicted class
};

/// One per image whose truth is a class and whose row of probabilities is there.
std::vector<Outcome> outcomes(const ClassificationData& data);

/// Per class: how many images are of it, how many were called it, how many were called it rightly.
struct ClassCounts {
    std::vector<std::int64_t> support;
    std::vector<std::int64_t> predicted;
    std::vector<std::int64_t> correct;
};
/// `counts`: how often each outcome is in the sample; empty: once.
ClassCounts countClasses(int classes, std::span<const Outcome> outcomes,
                         std::span<const std::uint32_t> counts = {});

} // namespace graft::metrics
