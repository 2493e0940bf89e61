#pragma once

#include "base/Monitor.h"
#include "base/Result.h"
#include "project/Project.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

// Images whose file is not where it was, and where it is now: found again by content.
namespace graft::intake {

/// Where the file of an image should be, copied on the UI thread.
struct ImagePlace {
    ImageId id;
    std::filesystem::path path; ///< absolute
    std::int64_t fileBytes = 0;
    std::string contentHash;
    std::int64_t modified = 0; ///< seconds since 1970
};
std::vector<ImagePlace> imagePlaces(const project::Project& project);

/// Those of which there is no file. Any thread; asks the file system once per image. What had not been looked
/// at when the stop came counts as there.
std::vector<ImagePlace> missingImages(const std::vector<ImagePlace>& places, const Monitor& monitor);

struct FoundAgain {
    std::vector<std::pair<ImageId, std::string>> paths; ///< as Project::relink takes them; absolute
    int stillMissing = 0;
    std::vector<std::string>
        unreadable; ///< files that could be one of them but cannot be read, with the reason
};
/// Looks for `missing` in `folder` and below it, links to folders not followed. A file is read only where its
/// size is that of a missing image; it is one of them only where its content is. Of several copies each image
/// gets the one whose path is most like its old one; files of other images of the project are passed over.
/// Any thread.
Result<FoundAgain> findAgain(const std::vector<ImagePlace>& missing, const std::vector<ImagePlace>& all,
                             const std::filesystem::path& folder, const Monitor& monitor);

/// All of it in one, for the command line and tests.
struct Relinked {
    int found = 0;
    int stillMissing = 0;
    std::vector<std::string> unreadable;
};
Result<Relinked> relinkMoved(project::Project& project, const std::filesystem::path& folder,
                             const Monitor& monitor);

} // namespace graft::intake
