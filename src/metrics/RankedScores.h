#pragma once

#include "metrics/Outcomes.h"

#include <cstdint>
#include <span>
#include <vector>

namespace graft::metrics {

/// Images sorted once by their score for one class, so that the area under the ROC curve of any resampling of
/// them is a single pass.
class RankedScores {
public:
    /// `positive` against the rest.
    RankedScores(const ClassificationData& data, std::span<const Outcome> outcomes, int positive);

    /// The probability that a random positive ranks above a random negative, ties counting half: the
    /// Mann–Whitney statistic with mid-ranks (Hanley & McNeil 1982). `counts`: how often each outcome is in
    /// the sample. NaN without a positive or without a negative.
    double area(std::span<const std::uint32_t> counts) const;

private:
    struct Entry {
        std::uint32_t index;
        bool positive;
        bool lastOfTie;
    };
    std::vector<Entry> m_entries; ///< by rising score
};

} // namespace graft::metrics
