#pragma once

#include "base/Monitor.h"
#include "base/Result.h"
#include "interchange/Source.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace graft::interchange {

/// One folder of a source and what lies in it, each list sorted by name.
struct Folder {
    std::string name;
    std::filesystem::path path; ///< relative to the source
    std::vector<Folder> folders;
    std::vector<std::string> images; ///< files with the ending of an image
    std::vector<std::string> texts;  ///< files that may hold annotations: .csv, .json, .xml, .txt, …
};

/// Everything below a source folder.
struct Listing {
    std::filesystem::path root; ///< canonical
    Folder top;
    std::size_t imageCount = 0;
    std::vector<FoundProblem> problems; ///< folders without permission, links out of the source, …
};

/// What becomes of PNG masks that lie beside the images they belong to: no images, or files like others.
enum class Masks { SetAside, Keep };

/// Lists `folder` to the bottom. A link to a folder is never followed, a link to a file only where that lies
/// in the source too. Junk is passed over in silence; PNG masks beside the images they belong to are told
/// from images.
Result<Listing> listFolder(const std::filesystem::path& folder, const Monitor& monitor,
                           Masks masks = Masks::SetAside);

/// Number of images in the folder and below.
std::size_t imagesBelow(const Folder& folder);

/// Paths of all images, relative to the source, in order.
std::vector<std::filesystem::path> imagePaths(const Folder& folder);

} // namespace graft::interchange
