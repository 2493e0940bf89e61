#pragma once

#include "base/Result.h"
#include "interchange/Listing.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace graft::interchange {

/// What the values of mask images are called. A file beside the masks says so: classes.txt (a name a line;
/// the first is value 1, or value 0 where it is called background), "3 name" lines, labelmap.txt of Pascal
/// VOC and CVAT
/// ("name:r,g,b:…"), label_colors.txt of CamVid ("r g b name").
struct MaskNames {
    std::filesystem::path file; ///< empty: none was found
    std::map<std::uint32_t, std::string> byNumber;
    std::map<std::uint32_t, std::string> byColour; ///< 0xRRGGBB

    bool known() const { return !file.empty(); }
};

/// Of the first file below the folder that is named like one of these. One that cannot be read is an Error.
Result<MaskNames> readMaskNames(const Listing& listing);

/// "background", "_background_", "unlabeled", …
bool isBackgroundName(const std::string& name);

} // namespace graft::interchange
