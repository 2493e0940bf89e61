#pragma once

#include "base/Result.h"

#include <cstdint>
#include <filesystem>

namespace graft::runs {

/// Deletes the folder of a run for good. An Error where it is no run, where one is under way in it, or where
/// it cannot be deleted. A process that ends meanwhile leaves the run either whole or out of every list; the
/// next call clears away what was left.
Result<> removeRun(const std::filesystem::path& runFolder);

/// What a run takes on the disk. Any thread.
std::uint64_t bytesOnDisk(const std::filesystem::path& runFolder);

} // namespace graft::runs
