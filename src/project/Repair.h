#pragma once

#include "base/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace graft::project {

/// Mends project.sqlite under the writer's lock, after a backup, and says what it did. Not `readable`: the
/// file is set aside (never deleted), and what can be saved of it, or else the newest good backup, takes its
/// place.
Result<std::vector<std::string>> repairDatabase(const std::filesystem::path& folder, bool readable);

} // namespace graft::project
