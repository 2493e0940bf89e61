#pragma once

#include "base/Result.h"
#include "project/Project.h"
#include "training/Training.h"

#include <map>
#include <span>
#include <string>
#include <vector>

// Runs with the same options over several seeds, or over the folds of a cross-validation: runs::Series.
namespace graft::workflow {

/// The first place of a series that is new.
runs::Series newSeries(std::uint64_t firstSeed, int seeds, int folds);

/// All places of the series with their data, in the order of training. `input`: of an ordinary run
/// (prepareRun()), or of any run of the series. Folds divide its training and validation images, so that each
/// is for validation once; test images stay out of it. An Error where a fold would have no image.
Result<std::vector<runs::Series>> planSeries(const training::RunInput& input, const project::Project& project,
                                             const runs::Series& series);

/// What the run at that place is trained on, from the input of an ordinary run with the same options. An
/// Error where the images are no longer those the series began with.
Result<training::RunInput> seriesInput(training::RunInput input, const project::Project& project,
                                       const runs::Series& place);

/// A series as far as it has come.
struct SeriesState {
    runs::Series series; ///< any place of it
    /// By place; null: not begun. Of several at one place the one that is finished, else the newest.
    std::vector<const runs::RunRecord*> runs;

    int finished() const;
    /// Of the best epochs of the finished runs, by the name of the figure without "val_".
    std::map<std::string, std::vector<double>> figures() const;
    /// The mean of their accuracy, with its interval (none of one run).
    metrics::Estimate accuracy() const;
};
/// As planSeries(), for a series that has begun. An Error where the images are no longer those of its runs.
Result<std::vector<runs::Series>> planRest(const training::RunInput& input, const project::Project& project,
                                           const SeriesState& state);

/// Of `runs`, the newest first (runs::listRuns()), to which the result points.
SeriesState stateOf(const runs::Series& series, std::span<const runs::RunRecord> runs);

} // namespace graft::workflow
