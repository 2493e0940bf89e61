#pragma once

#include "interchange/AnnotatedImages.h"

namespace graft::interchange {

/// Reads a COCO file (object detection or instance segmentation). Polygons and run lengths come as they are,
/// else the box. Every image that the file names is found, with or without annotations. An Error where it is
/// no such file.
Result<> readCoco(const std::filesystem::path& file, AnnotatedImages& images, Problems& problems);

} // namespace graft::interchange
