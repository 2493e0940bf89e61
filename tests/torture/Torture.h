#pragma once

#include "base/Result.h"

#include <cstdint>
#include <filesystem>

namespace graft::torture {

struct TortureOptions {
    std::filesystem::path folder; ///< where the project is made; empty or absent
    int kills = 500;
    int killsPerProject = 10; ///< then a new project is begun
    std::uint64_t seed = 20261126;
    std::filesystem::path program; ///< started with `folder` and a seed, it edits until it is killed
};

/// What came of it. Everything was right where the function that gives it has returned no Error.
struct Tally {
    int kills = 0;
    int killsBeforeAnEdit = 0; ///< while the project was being opened
    std::int64_t acknowledged = 0;
    std::int64_t found = 0;
    int unacknowledgedFound = 0; ///< on disk, whole, and killed before it could say so
    int undoneAndRedone = 0;     ///< projects taken back to the start and forth to the end
    std::int64_t steps = 0;      ///< of undo and redo in that
    int clean = 0;               ///< projects in which `graft check` found nothing
};

/// What the killed program does: an edit, then a byte on standard output that acknowledges it; for ever.
int editUntilKilled(const std::filesystem::path& folder, std::uint64_t seed);

/// Edits at random in a process of its own that is killed at random instants, and looks at what is left each
/// time. An Error says which kill, and what was lost or wrong; the folder then holds the project as it is.
Result<Tally> torture(const TortureOptions& options);

} // namespace graft::torture
