#pragma once

#include "annotation/Shape.h"
#include "imaging/Decode.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace graft::interchange {

/// All pixels of one value of a mask image; 0 is background and no region.
struct MaskRegion {
    std::uint32_t value = 0; ///< the number or palette index; of colours 0xRRGGBB
    annotation::Mask mask;   ///< cut to its foreground
    int parts = 0;           ///< pieces that do not touch, also not at a corner
};

struct MaskRegions {
    bool colours = false;            ///< the values are
    std::vector<MaskRegion> regions; ///< in order of value
};

/// Colours that are all grey count as numbers; what is transparent is background. Nothing where there are
/// more than `most` values: a picture, or a mask that was smoothed or saved with loss.
std::optional<MaskRegions> regionsOf(const imaging::LabelPixels& labels, std::size_t most);

} // namespace graft::interchange
