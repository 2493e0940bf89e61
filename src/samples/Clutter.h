#pragma once

#include "base/Random.h"
#include "samples/Slide.h"
#include "samples/Stains.h"

namespace graft::samples {

/// What dried between the cells: a faint uneven film.
void paintPlasma(Slide& slide, const Stains& stains, Random& random);

/// What belongs to no cell: precipitate of the stain, smudged nuclei, dust far out of focus. `area` in square
/// micrometres.
void paintClutter(Slide& slide, const Stains& stains, Random& random);

} // namespace graft::samples
