#pragma once

#include "base/Random.h"
#include "dataset/Dataset.h"

#include <cstdint>
#include <span>

namespace graft::dataset {

/// Factors of brightness, contrast and saturation; 1 leaves the picture as it is.
struct ColourFactors {
    double brightness = 1;
    double contrast = 1;
    double saturation = 1;

    bool identity() const { return brightness == 1 && contrast == 1 && saturation == 1; }
};
ColourFactors randomFactors(const AugmentOptions& augment, Random& random);

/// Brightness, then contrast about the mean grey, then saturation about each pixel's grey (luma of ITU-R
/// BT.601), in one step: rounded and cut to 8 bits once. `rgb` holds whole pixels.
void applyFactors(std::span<std::uint8_t> rgb, const ColourFactors& factors);

} // namespace graft::dataset
