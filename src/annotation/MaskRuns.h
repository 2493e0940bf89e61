#pragma once

#include "annotation/Shape.h"

namespace graft::annotation {

/// What can be said of a mask without unpacking it. Runs past width × height count as if they were not there,
/// so that a damaged mask is harmless.
std::uint64_t foregroundPixels(const Mask& mask);
/// The tightest box around the foreground; empty at the mask's corner when there is none.
Box foregroundBox(const Mask& mask);

} // namespace graft::annotation
