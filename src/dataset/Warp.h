#pragma once

#include "dataset/Draw.h"

namespace graft::dataset {

/// The view of an 8-bit RGB image, size × size: one sampling with antialiasing, whatever the placement.
/// Beyond the image's edge the picture is mirrored.
imaging::Image placedView(const imaging::Image& image, const Placement& placement, int size);

} // namespace graft::dataset
