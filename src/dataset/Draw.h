#pragma once

#include "dataset/ColourJitter.h"
#include "dataset/Dataset.h"
#include "dataset/TrivialAugment.h"
#include "imaging/Resize.h"

#include <array>
#include <optional>
#include <vector>

namespace graft::dataset {

/// Where a view lies in the image. Without anything: `box`, undistorted.
struct Placement {
    imaging::Box box;
    imaging::Mirror mirror;
    double radians = 0;
    double shearX = 0; ///< tangents
    double shearY = 0;
    double step = 1;   ///< of the image seen at one step of the view: > 1 shows things smaller
    double shiftX = 0; ///< shares of the view's side
    double shiftY = 0;
    /// How far each corner looks inwards, in shares of the side: top left, top right, bottom right, bottom
    /// left.
    std::array<std::array<double, 2>, 4> corners{};
    /// Displacements of the nodes of Elastic, in shares of the side, x and y alternating; none: straight.
    std::vector<double> bends;

    /// Only the box, mirrored.
    bool upright() const;
    /// Only the box, mirrored and turned.
    bool rigid() const;
};

/// What happens to the colours and the quality of one view; 0 or identity: nothing.
struct PixelDraw {
    ColourFactors colours;
    double hue = 0;
    double gamma = 1;
    double clahe = 0;
    std::optional<TrivialChange> trivial; ///< one that concerns the pixels
    double blur = 0;
    double noise = 0;
    std::uint64_t noiseSeed = 0;
    int jpegQuality = 100;
    imaging::Box cutOut; ///< in shares of the side

    bool any() const;
};

struct Draw {
    Placement placement;
    PixelDraw pixels;
};

/// What happens to a width × height image in one view. Each kind of change has a stream of its own, so that
/// switching one on does not change the others.
Draw drawFor(int width, int height, const Preprocessing& preprocessing, const AugmentOptions& augment,
             std::uint64_t seed, std::uint64_t view, std::int64_t id);

} // namespace graft::dataset
