#pragma once

#include "interchange/Listing.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace graft::interchange {

/// A mask image and the image it belongs to.
struct MaskFile {
    std::filesystem::path path; ///< absolute
    std::size_t image = 0;      ///< index into MaskPairs::images
    std::string className;      ///< of a folder per class; empty: the values tell
    bool instance = false;      ///< one of several masks of one thing each
};

struct MaskPairs {
    std::vector<std::filesystem::path> images; ///< absolute; all that are no masks
    std::vector<MaskFile> masks;
    std::vector<std::filesystem::path> lonely; ///< masks for which there is no image, or no single one
};

/// What `graft` takes for masks in a folder that holds both: files in folders named like masks ("masks",
/// "label", "SegmentationClass", "trainannot", …), PNG files beside images of the same name, and files named
/// like an image with an ending ("12_mask.png" beside "12.png"). They belong together where their paths are
/// the same but for that: train/image/0.png and train/label/0.png, masks/cell/1.png (of the class cell) and
/// images/1.jpg, 7/masks/a.png (one cell) and 7/images/7.png.
MaskPairs pairMasks(const Listing& both);

/// All images of `masks` are masks, of the images in `images`.
MaskPairs pairMasks(const Listing& masks, const Listing& images);

/// The same of images that are known already, by absolute path. `all`: whatever is not one of them is a mask;
/// else what looks like one, and all of a folder that is named like masks itself. Only images with a mask are
/// named.
MaskPairs pairMasks(const Listing& masks, const std::vector<std::filesystem::path>& known, bool all);

} // namespace graft::interchange
