#pragma once

#include "intake/MovedImages.h"

#include <string>
#include <vector>

// Images whose file holds something else than when it was added.
namespace graft::intake {

/// Any thread. Size and time say quickly that nothing changed; only where the time alone differs is the file
/// read. Files that are not there are none of these (missingImages). What had not been looked at when the
/// stop came counts as unchanged.
std::vector<ImagePlace> changedImages(const std::vector<ImagePlace>& places, const Monitor& monitor);

/// What a row of the Issues panel says of such an image.
std::string changedImageProblem();

/// Rows for the images that have changed and have none yet; rows of images that are again what they were go.
/// Returns how many are new.
Result<int> tellChangedImages(project::Project& project, const std::vector<ImagePlace>& changed);

/// Reads the files anew, with their thumbnails: records as Project::refreshImages takes them. What cannot be
/// read is left out. Any thread.
std::vector<project::ImageRecord> readAnew(const std::vector<ImagePlace>& places,
                                           const std::filesystem::path& thumbnailsFolder,
                                           const Monitor& monitor);

} // namespace graft::intake
