#pragma once

#include "base/Result.h"
#include "project/Project.h"
#include "runs/Run.h"

#include <optional>
#include <string>

namespace graft::cli {

/// Which runs "last" means.
enum class Last { Any, WithModel };

/// A run by its id, the beginning of its id where that is unique, "last", or "best" (by validation accuracy).
Result<runs::RunRecord> chooseRun(const project::Project& project, const std::string& choice,
                                  Last last = Last::WithModel);

/// What the help says of RUN.
std::string runHelp();

std::string modelOf(const runs::RunRecord& run); ///< "resnet50"
const runs::EpochRecord* bestEpoch(const runs::RunRecord& run);
std::optional<double> bestAccuracy(const runs::RunRecord& run);

} // namespace graft::cli
