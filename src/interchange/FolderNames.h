#pragma once

#include "annotation/LabelClass.h"

#include <optional>
#include <string>
#include <string_view>

namespace graft::interchange {

/// ASCII letters in lower case; other bytes as they are.
std::string lowerCase(std::string_view text);

/// The side of the split a folder is named after: "train", "Training_set", "seg_test", "val2017", "dev", …
std::optional<annotation::Split> splitOfFolder(std::string_view name);

/// A folder that says where images are, not what they show: "images", "JPEGImages", "data",
/// "images_and_masks", …
bool isGenericFolder(std::string_view name);

/// A folder of images that nobody has labelled yet.
bool isUnlabelledFolder(std::string_view name);

/// What operating systems, archives and this program leave behind: hidden files, "__MACOSX", "Thumbs.db",
/// "x.graft", …
bool isJunk(std::string_view name);

} // namespace graft::interchange
