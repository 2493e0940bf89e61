#pragma once

#include "dataset/Draw.h"

namespace graft::dataset {

/// A view with its colours and its quality changed, in the order of nature: light and colours, then lens
/// (blur), sensor (noise), file (JPEG), and what lies in front of it all (cut-out, in the mean colour of
/// `preprocessing`, which the network sees as nothing). 8-bit RGB.
imaging::Image withPixelsChanged(const imaging::Image& view, const PixelDraw& draw,
                                 const Preprocessing& preprocessing);

} // namespace graft::dataset
