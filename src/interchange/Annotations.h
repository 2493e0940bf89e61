#pragma once

#include "interchange/Source.h"

namespace graft::interchange {

/// Reads annotations in COCO, Pascal VOC or YOLO ("coco", "voc", "yolo") from a folder, or from one file of
/// it. `source` is canonical.
Result<Found> readAnnotations(const std::filesystem::path& source, const ReadOptions& options,
                              const Monitor& monitor);

} // namespace graft::interchange
