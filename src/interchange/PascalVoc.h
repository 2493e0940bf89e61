#pragma once

#include "interchange/AnnotatedImages.h"

namespace graft::interchange {

/// Reads one Pascal VOC file (an image with its boxes). The side of the split is told elsewhere.
Result<> readPascalVoc(const std::filesystem::path& file, AnnotatedImages& images, Problems& problems);

/// ImageSets/Main/train.txt and its like: a name per line. Gives those images the side that `file` is named
/// after.
void readImageSet(const std::filesystem::path& file, AnnotatedImages& images);

} // namespace graft::interchange
