#pragma once

#include "interchange/AnnotatedImages.h"

namespace graft::interchange {

/// Names of the classes by their numbers.
struct YoloClasses {
    std::vector<std::string> names;
    bool keypoints = false; ///< what follows a box are key points, not a polygon
};

/// From obj.names or classes.txt (a name per line) or data.yaml (`names:` as a list or a table).
Result<YoloClasses> readYoloClasses(const std::filesystem::path& file);

/// Reads the labels of one image: a line per shape, in shares of the image's size: class, then middle and
/// size of a box, or the points of a polygon. The size is that of the image as it is seen (EXIF orientation
/// applied), for that is what the tools that write such labels show and what imaging decodes.
Result<> readYoloLabels(const std::filesystem::path& file, const YoloClasses& classes, FoundImage& image,
                        Problems& problems);

} // namespace graft::interchange
