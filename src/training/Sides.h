#pragma once

#include "training/CutValues.h"
#include "training/Ending.h"
#include "training/Gate.h"
#include "training/Learner.h"
#include "training/RunReport.h"
#include "training/Scores.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

// What a run does with one side of the split, however it learns.
namespace graft::training {

inline const Ending kStopped{runs::State::Stopped};
Ending failedWith(const Error& error);

/// 0 to count - 1, in groups of `batch`.
std::vector<std::vector<std::size_t>> plainBatches(std::size_t count, int batch);

/// Computes the frozen part of a view of every image that is not kept yet. An Ending where the run ends here.
std::optional<Ending> prepareSide(CutValues& side, std::uint64_t view, const std::string& activity,
                                  RunReport& report, Gate& gate);

/// The network's answers on all images of a side, in eval mode. `diverged` says how the run ends where those
/// on some images are no numbers.
std::optional<Ending> scoreSide(CutValues& side, Learner& learner, int classes, int batch, Gate& gate,
                                const std::function<Ending(const CutBatch&)>& diverged, Scores& scores);

} // namespace graft::training
