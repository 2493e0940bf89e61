#pragma once

#include <cstdint>
#include <optional>

namespace graft::training {

struct Evaluation;

/// What two models say of the same images.
struct Paired {
    std::int64_t images = 0;
    std::int64_t onlyFirst = 0;  ///< that only the first gets right
    std::int64_t onlySecond = 0; ///< that only the second gets right
    double p = 1;                ///< McNemar's exact test
};

/// Nothing where the two were not evaluated on the very same images.
std::optional<Paired> paired(const Evaluation& first, const Evaluation& second);

} // namespace graft::training
