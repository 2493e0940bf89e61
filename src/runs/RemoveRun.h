#pragma once

#include "base/Result.h"
#include "runs/Run.h"

#include <filesystem>

namespace graft::runs {

/// An Error where the folder is no run, or where one is under way in it.
Result<RunRecord> removableRun(const std::filesystem::path& runFolder);

/// Deletes the folder of a run for good. An Error where it is no run, where one is under way in it, or where
/// it cannot be deleted. A process that ends meanwhile leaves the run either whole or out of every list; the
/// next call clears away what was left.
Result<> removeRun(const std::filesystem::path& runFolder);

} // namespace graft::runs
