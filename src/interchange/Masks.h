#pragma once

#include "interchange/Listing.h"

namespace graft::interchange {

/// Reads mask images (MaskPairs.h) as shapes: a mask for each class on an image, or one for each thing.
/// `source` is canonical. Masks that do not fit are problems.
Result<Found> readMasks(const std::filesystem::path& source, const ReadOptions& options,
                        const Monitor& monitor);

/// Whether the folder looks like images with their masks, or like masks of known images: most of what looks
/// like a mask has its image.
bool looksLikeMasks(const std::filesystem::path& folder, const ReadOptions& options, const Monitor& monitor);

} // namespace graft::interchange
