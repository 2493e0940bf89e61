#pragma once

#include "dataset/Dataset.h"

#include <span>

namespace graft::dataset {

/// normalised() into given memory of channels × size × size. `view` has pictureChannels().
void normaliseInto(const imaging::Image& view, const Preprocessing& preprocessing, std::span<float> planes);

} // namespace graft::dataset
