#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graft::runs {

/// A run's place in a series: runs with the same options over several seeds, over the folds of a
/// cross-validation, or every fold with every seed. series.json in the run's folder.
struct Series {
    static constexpr int kMost = 100; ///< seeds, and folds

    std::string id; ///< that its runs have in common
    std::uint64_t firstSeed = 0;
    int seeds = 1;      ///< how many; they count up from the first
    int folds = 1;      ///< 1: the split as it is
    int seed = 0;       ///< which of the seeds, from 0
    int fold = 0;       ///< which of the folds, from 0
    std::string data{}; ///< a checksum of the images it learns from and is checked on; empty: not known

    int runs() const { return seeds * folds; }
    int number() const { return seed * folds + fold; } ///< from 0, in the order of training
    bool operator==(const Series&) const = default;
};

/// All places of the series, in the order of training, without their data.
std::vector<Series> placesOf(const Series& series);

std::string toJson(const Series& series);
/// Nothing where the text is no place in a series.
std::optional<Series> seriesFromJson(std::string_view text);

} // namespace graft::runs
