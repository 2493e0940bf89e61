#pragma once

namespace graft::dataset {

/// Random changes of training images. All off: every epoch sees the same pixels. Lengths and strengths are
/// those in the view, the square that the network sees; every view draws its own, up to the one given.
struct AugmentOptions {
    bool horizontalFlip = false;
    bool verticalFlip = false;
    double rotationDegrees = 0; ///< uniform in ±
    double minimumScale = 1;    ///< random resized crop of area in [minimumScale, 1]; 1: off
    double brightness = 0;      ///< factor in 1 ±
    double contrast = 0;
    double saturation = 0;
    double scale = 0;        ///< larger or smaller by a factor that is log-uniform in [1 / (1 + s), 1 + s]
    double translate = 0;    ///< share of the side, along each axis, uniform in ±
    double shearDegrees = 0; ///< along each axis, uniform in ±
    double perspective = 0;  ///< each corner looks up to half this share of the side further inwards
    double elastic = 0; ///< nodes of a cubic B-spline, four to a side, move by up to this share of the side
    double hue = 0;     ///< share of the colour circle, uniform in ±
    double gamma = 0;   ///< exponent, log-uniform in [1 / (1 + g), 1 + g]
    double clahe = 0;   ///< clip limit, uniform from 0 (contrast-limited adaptive histogram equalisation)
    double blur = 0;    ///< standard deviation of a Gaussian in pixels, uniform from 0
    double noise = 0;   ///< standard deviation as a share of the range of values, uniform from 0
    double jpegQuality = 100; ///< lowest quality a view is saved with, uniform up to 100; 100: off
    double cutOut = 0;        ///< share of the area that a rectangle covers, uniform from 0
    bool trivialAugment =
        false; ///< one change of TrivialAugmentWide's list, at a strength from its own range

    bool any() const { return !(*this == AugmentOptions{}); }
    friend bool operator==(const AugmentOptions&, const AugmentOptions&) = default;
};

} // namespace graft::dataset
