#pragma once

#include "regions/Patch.h"

namespace graft::regions {

/// What a person says of a pixel: 0 nothing, else it is or is not of the object.
enum class Hint : std::uint8_t { None, Object, Background };

/// Pixels of the patch: [x, x + width) × [y, y + height).
struct Window {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// The object inside `window`, told from what is around it by colour and edges (Rother, Kolmogorov & Blake,
/// "GrabCut", 2004). Nothing outside the window is of the object unless a hint says so. `hints`: empty, or
/// one per pixel. `window` must leave some of the patch outside, or hints must say what is background: there
/// is nothing to tell the object from otherwise, which is an Error.
Result<Bits> cutOut(const Patch& patch, const Window& window, const std::vector<Hint>& hints = {});

} // namespace graft::regions
