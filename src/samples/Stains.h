#pragma once

#include "base/Random.h"
#include "samples/Slide.h"

namespace graft::samples {

/// The colours of a Wright–Giemsa stain, which no two laboratories, and no two days, get quite the same.
struct Stains {
    Density haemoglobin;       ///< erythrocytes: salmon
    Density chromatin;         ///< nuclei: deep purple
    Density paleBlue;          ///< cytoplasm of lymphocytes
    Density palePink;          ///< cytoplasm of neutrophils
    Density neutrophilGranule; ///< lilac dust
    Density eosinophilGranule; ///< orange-red
    Density plateletGranule;   ///< purple
    Density plasma;            ///< what dried between the cells
};

Stains mixStains(Random& random);

} // namespace graft::samples
