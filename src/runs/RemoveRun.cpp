#include "runs/RemoveRun.h"

#include "base/Log.h"
#include "base/Translate.h"
#include "runs/Names.h"

#include <string_view>
#include <vector>

namespace graft::runs {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRemoved = ".removed-";

void clearAway(const fs::path& runsFolder) {
    std::error_code failure;
    std::vector<fs::path> left;
    for (fs::directory_iterator entry(runsFolder, failure), end; !failure && entry != end;
         entry.increment(failure))
        if (entry->path().filename().string().starts_with(kRemoved))
            left.push_back(entry->path());
    for (const fs::path& folder : left)
        if (fs::remove_all(folder, failure); failure)
            log(LogLevel::Warning, folder.string() + ": " + failure.message());
}

} // namespace

Result<RunRecord> removableRun(const fs::path& runFolder) {
    auto run = readRun(runFolder);
    if (run && run->state == State::Running)
        return Error{translate("Runs", "The run %1 is under way; stop it first.", {run->id})};
    return run;
}

Result<> removeRun(const fs::path& runFolder) {
    const auto run = removableRun(runFolder);
    if (!run)
        return run.error();
    const fs::path runsFolder = run->folder.parent_path();
    std::error_code failure;
    fs::rename(run->folder, runsFolder / (std::string(kRemoved) + run->id), failure);
    if (failure)
        return Error{translate("Runs", "The run %1 cannot be deleted: %2.", {run->id, failure.message()})};
    clearAway(runsFolder);
    return {};
}

} // namespace graft::runs
