#pragma once

#include "intake/MemoryBudget.h"
#include "intake/WorkList.h"

#include <variant>

namespace graft::intake {

/// What became of one file.
using Outcome = std::variant<project::Project::NewImage, project::Issue>;

/// Reads, hashes and decodes one image and keeps its thumbnail. Thread-safe; waits where `budget` is short of
/// memory.
Outcome readImage(const WorkItem& item, const std::filesystem::path& thumbnailsFolder, MemoryBudget& budget);

} // namespace graft::intake
