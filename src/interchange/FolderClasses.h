#pragma once

#include "interchange/Listing.h"

#include <string>
#include <vector>

namespace graft::interchange {

/// What the names of folders say of the images in them.
struct FolderClasses {
    std::vector<FoundImage> images; ///< in the order of imagePaths()
    bool areClasses = false;        ///< whether the layout looks like folder-per-class
    std::vector<FoundProblem> problems;
};

/// Wrapping folders, then perhaps train/val/test, then a folder per class (whatever lies below belongs to the
/// class).
FolderClasses classesOfFolders(const Listing& listing);

} // namespace graft::interchange
