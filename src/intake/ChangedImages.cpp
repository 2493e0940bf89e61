#include "intake/ChangedImages.h"

#include "intake/ImageReader.h"
#include "intake/Thumbnails.h"

#include <sys/stat.h>
#include <unordered_set>

namespace graft::intake {

namespace {

constexpr std::uint64_t kMemory = 512ull << 20;

constexpr std::size_t kHashDigits = 64; ///< of SHA-256

bool hasChanged(const ImagePlace& place) {
    struct stat status {};
    if (place.contentHash.size() != kHashDigits || ::stat(place.path.c_str(), &status) != 0)
        return false;
    if (status.st_size != place.fileBytes)
        return true;
    if (status.st_mtime == place.modified)
        return false;
    const auto hash = contentHashOfFile(place.path);
    return hash && *hash != place.contentHash;
}

} // namespace

std::vector<ImagePlace> changedImages(const std::vector<ImagePlace>& places, const Monitor& monitor) {
    std::vector<ImagePlace> changed;
    for (const ImagePlace& place : places) {
        if (monitor.stopRequested())
            break;
        if (hasChanged(place))
            changed.push_back(place);
    }
    return changed;
}

std::string changedImageProblem() {
    return translate(
        "ChangedImages",
        "The file has changed since it was added. What was drawn on it and learnt from it belongs to what it "
        "was: look at it, and take over the new content where it still fits.");
}

Result<int> tellChangedImages(project::Project& project, const std::vector<ImagePlace>& changed) {
    const std::string problem = changedImageProblem();
    std::unordered_set<std::string> paths;
    for (const ImagePlace& place : changed)
        paths.insert(place.path.string());
    std::vector<std::int64_t> settled;
    for (const project::Issue& issue : project.issues())
        if (issue.problem == problem && paths.erase(issue.path) == 0)
            settled.push_back(issue.id);
    for (const std::int64_t issue : settled)
        if (auto done = project.dismissIssue(issue); !done)
            return done.error();
    std::vector<project::Issue> issues;
    for (const ImagePlace& place : changed)
        if (paths.contains(place.path.string()))
            issues.push_back({.path = place.path.string(), .problem = problem});
    if (auto done = project.addIssues(issues); !done)
        return done.error();
    return int(issues.size());
}

std::vector<project::ImageRecord> readAnew(const std::vector<ImagePlace>& places,
                                           const std::filesystem::path& thumbnailsFolder,
                                           const Monitor& monitor) {
    MemoryBudget budget(kMemory);
    std::vector<project::ImageRecord> records;
    for (std::int64_t done = 0; const ImagePlace& place : places) {
        if (monitor.stopRequested())
            break;
        monitor.report(++done, std::int64_t(places.size()), translate("Intake", "Reading images"));
        const Outcome outcome = readImage({.path = place.path}, thumbnailsFolder, budget);
        if (const auto* image = std::get_if<project::Project::NewImage>(&outcome)) {
            records.push_back(image->record);
            records.back().id = place.id;
        }
    }
    return records;
}

} // namespace graft::intake
