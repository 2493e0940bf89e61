#pragma once

#include "base/Random.h"

#include <cstdint>
#include <span>

namespace graft::dataset {

/// One change of TrivialAugment's wide list (Müller and Hutter, "TrivialAugment: Tuning-free Yet
/// State-of-the-Art Data Augmentation", 2021), with the strengths of torchvision's TrivialAugmentWide.
struct TrivialChange {
    enum class Kind {
        Identity,
        ShearX,
        ShearY,
        TranslateX,
        TranslateY,
        Rotate,
        Brightness,
        Saturation,
        Contrast,
        Sharpness,
        Posterize,
        Solarize,
        AutoContrast,
        Equalize
    };
    static constexpr int kKinds = int(Kind::Equalize) + 1;

    Kind kind = Kind::Identity;
    /// A shear's tangent, a share of the side, degrees, a factor's distance from 1 (all of either sign); bits
    /// that are kept; the value from which on values are inverted.
    double amount = 0;
};

/// Any of the list as likely as any other, in one of 31 strengths.
TrivialChange randomTrivialChange(Random& random);

/// Changes the pixels of a picture, `width` to a row, 8-bit RGB. Nothing for those that move it.
void applyTrivialChange(const TrivialChange& change, std::span<std::uint8_t> rgb, int width);

} // namespace graft::dataset
