#pragma once

#include "base/Random.h"
#include "imaging/Image.h"
#include "samples/Slide.h"

namespace graft::samples {

/// What microscope and camera make of a slide: uneven, tinted light; a focus that is never perfect and gets
/// worse towards the corners; colour fringes; noise; the chroma of a JPEG. 8-bit RGB.
imaging::Image photograph(const Slide& slide, Random& random);

} // namespace graft::samples
