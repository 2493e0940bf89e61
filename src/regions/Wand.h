#pragma once

#include "regions/Patch.h"

namespace graft::regions {

struct WandOptions {
    int tolerance = 24;     ///< the largest difference in any channel, 0–255
    bool contiguous = true; ///< only what hangs together with the pixel that was pointed at, by its edges
    /// Where it need not hang together: without grain. What is smaller than 5 × 5 pixels neither parts what
    /// is alike nor counts by itself.
    bool even = true;
};

/// The pixels of about the colour of the one at (x, y).
Result<Bits> similarTo(const Patch& patch, int x, int y, const WandOptions& options);

} // namespace graft::regions
