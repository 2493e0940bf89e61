#pragma once

#include "base/Result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace graft::training {

/// learnt-from.json in a run's folder: the project's ids of its training images. What a run has learnt from
/// says nothing about it when it is evaluated, also after the split has changed.
Result<> writeLearntFrom(const std::filesystem::path& runFolder, const std::vector<std::int64_t>& imageIds);

/// Ascending. Empty where the run does not say: it is older than the file, or the file is damaged.
std::vector<std::int64_t> readLearntFrom(const std::filesystem::path& runFolder);

} // namespace graft::training
