#include "base/Random.h"
#include "dataset/Dataset.h"
#include "dataset/Draw.h"
#include "dataset/Geometry.h"
#include "dataset/PixelChanges.h"
#include "dataset/Threes.h"
#include "dataset/Warp.h"

namespace graft::dataset {

using imaging::Image;

namespace {

/// What happens to bands: to the first three as to colours, to the others what can be said of any band, with
/// a noise of their own. JPEG knows no bands.
PixelDraw ofBands(PixelDraw draw, int three) {
    draw.jpegQuality = 100;
    if (three == 0)
        return draw;
    draw.hue = 0;
    draw.clahe = 0;
    draw.colours.saturation = 1;
    if (draw.trivial && draw.trivial->kind == TrivialChange::Kind::Saturation)
        draw.trivial.reset();
    draw.noiseSeed = mixSeed({draw.noiseSeed, std::uint64_t(three)});
    return draw;
}

} // namespace

Result<> fitsInput(const Image& image, const Preprocessing& preprocessing) {
    if (preprocessing.bands == 0 || image.bands() == preprocessing.bands)
        return {};
    return Error{translate("Dataset", "It has %1 channels, and the network sees %2.",
                           {std::to_string(image.bands()), std::to_string(preprocessing.bands)})};
}

Image evaluationView(const Image& image, const Preprocessing& preprocessing) {
    const Image picture = pictureOf(image, preprocessing);
    const imaging::Box box = evaluationBox(picture.width(), picture.height(), preprocessing);
    return inThrees(picture, [&](const Image& rgb, int) {
        return imaging::resizeBox(rgb, box, preprocessing.size, preprocessing.size);
    });
}

Image augmentedView(const Image& image, const Preprocessing& preprocessing, const AugmentOptions& augment,
                    std::uint64_t seed, std::uint64_t view, std::int64_t id) {
    const Image picture = pictureOf(image, preprocessing);
    const Draw draw = drawFor(picture.width(), picture.height(), preprocessing, augment, seed, view, id);
    return inThrees(picture, [&](const Image& rgb, int three) {
        Preprocessing look = preprocessing; // whose mean covers these three
        look.bgr = preprocessing.shownBy(3 * three) != 3 * three;
        return withPixelsChanged(placedView(rgb, draw.placement, preprocessing.size),
                                 preprocessing.bands > 0 ? ofBands(draw.pixels, three) : draw.pixels, look);
    });
}

} // namespace graft::dataset
