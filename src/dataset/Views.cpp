#include "dataset/Dataset.h"
#include "dataset/Draw.h"
#include "dataset/Geometry.h"
#include "dataset/PixelChanges.h"
#include "dataset/Warp.h"
#include "imaging/Transform.h"

namespace graft::dataset {

using imaging::Image;

Image evaluationView(const Image& image, const Preprocessing& preprocessing) {
    const Image rgb = imaging::toRgb8(image);
    const imaging::Box box = evaluationBox(rgb.width(), rgb.height(), preprocessing);
    return imaging::resizeBox(rgb, box, preprocessing.size, preprocessing.size);
}

Image augmentedView(const Image& image, const Preprocessing& preprocessing, const AugmentOptions& augment,
                    std::uint64_t seed, std::uint64_t view, std::int64_t id) {
    const Image rgb = imaging::toRgb8(image);
    const Draw draw = drawFor(rgb.width(), rgb.height(), preprocessing, augment, seed, view, id);
    return withPixelsChanged(placedView(rgb, draw.placement, preprocessing.size), draw.pixels, preprocessing);
}

} // namespace graft::dataset
