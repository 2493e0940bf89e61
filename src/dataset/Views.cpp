#include "dataset/ColourJitter.h"
#include "dataset/Dataset.h"
#include "dataset/Geometry.h"
#include "imaging/Transform.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace graft::dataset {
namespace {

using imaging::Box;
using imaging::Image;

/// What happens to one image in one view.
struct Draw {
    Box box;
    imaging::Mirror mirror;
    double radians = 0;
    ColourFactors colours;
};

/// Each kind of change has a stream of its own, so that switching one on does not change the others.
Draw drawFor(const Image& image, const Preprocessing& preprocessing, const AugmentOptions& augment,
             std::uint64_t seed, std::uint64_t view, std::int64_t id) {
    enum Kind : std::uint64_t { kCrop = 1, kFlip, kRotation, kColour };
    const auto stream = [&](Kind kind) { return Random(mixSeed({seed, view, std::uint64_t(id), kind})); };
    Random crop = stream(kCrop), flip = stream(kFlip), rotation = stream(kRotation), colour = stream(kColour);
    Draw draw;
    draw.box = augment.minimumScale < 1
                   ? randomBox(image.width(), image.height(), std::max(augment.minimumScale, 0.01),
                               preprocessing.resize <= 0, crop)
                   : evaluationBox(image.width(), image.height(), preprocessing);
    const bool across = flip.chance(0.5), down = flip.chance(0.5);
    draw.mirror = {augment.horizontalFlip && across, augment.verticalFlip && down};
    draw.radians = augment.rotationDegrees * rotation.uniform(-1, 1) * std::numbers::pi / 180;
    draw.colours = randomFactors(augment, colour);
    return draw;
}

/// The part of `box`, grown about its centre so that a turned `box` fits in, that lies in the image.
Box grownBox(const Image& image, const Box& box, double radians) {
    const double growth = std::abs(std::cos(radians)) + std::abs(std::sin(radians));
    const double left = std::max(0.0, box.x - box.width * (growth - 1) / 2);
    const double top = std::max(0.0, box.y - box.height * (growth - 1) / 2);
    const double right = std::min(double(image.width()), box.x + box.width * (growth + 1) / 2);
    const double bottom = std::min(double(image.height()), box.y + box.height * (growth + 1) / 2);
    return {left, top, right - left, bottom - top};
}

/// The turned box: brought to the view's scale with antialiasing, then turned and mirrored in one bilinear
/// warp. Beyond the image's edge the picture is mirrored.
Image turned(const Image& image, const Draw& draw, int size) {
    const double scaleX = draw.box.width / size, scaleY = draw.box.height / size;
    const Box grown = grownBox(image, draw.box, draw.radians);
    const int width = std::max(1, int(std::lround(grown.width / scaleX)));
    const int height = std::max(1, int(std::lround(grown.height / scaleY)));
    const Image scaled = imaging::resizeBox(image, grown, width, height);

    // scaledFromView: from the view's pixel (u, v) about the view's centre, turned, to the scaled picture's
    // pixel.
    const double fromX = scaleX * width / grown.width, fromY = scaleY * height / grown.height;
    const double signX = draw.mirror.horizontal ? -1 : 1, signY = draw.mirror.vertical ? -1 : 1;
    const double cosine = std::cos(draw.radians), sine = std::sin(draw.radians);
    const double centre = (size - 1) / 2.0;
    const double xx = fromX * cosine * signX, xy = -fromX * sine * signY;
    const double yx = fromY * sine * signX, yy = fromY * cosine * signY;
    const double middleX = (draw.box.x + draw.box.width / 2 - grown.x) * width / grown.width - 0.5;
    const double middleY = (draw.box.y + draw.box.height / 2 - grown.y) * height / grown.height - 0.5;
    const cv::Matx23d scaledFromView(xx, xy, middleX - (xx + xy) * centre, //
                                     yx, yy, middleY - (yx + yy) * centre);

    std::vector<std::byte> pixels(std::size_t(size) * std::size_t(size) * 3);
    const cv::Mat source(height, width, CV_8UC3, const_cast<std::byte*>(scaled.data()));
    cv::Mat target(size, size, CV_8UC3, pixels.data());
    cv::warpAffine(source, target, scaledFromView, target.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                   cv::BORDER_REFLECT_101);
    return Image(size, size, 3, imaging::Depth::U8, std::move(pixels));
}

Image recoloured(const Image& image, const ColourFactors& factors) {
    if (factors.identity())
        return image;
    std::vector<std::byte> pixels(image.data(), image.data() + image.bytes());
    applyFactors({reinterpret_cast<std::uint8_t*>(pixels.data()), pixels.size()}, factors);
    return Image(image.width(), image.height(), 3, imaging::Depth::U8, std::move(pixels));
}

} // namespace

Image evaluationView(const Image& image, const Preprocessing& preprocessing) {
    const Image rgb = imaging::toRgb8(image);
    const Box box = evaluationBox(rgb.width(), rgb.height(), preprocessing);
    return imaging::resizeBox(rgb, box, preprocessing.size, preprocessing.size);
}

Image augmentedView(const Image& image, const Preprocessing& preprocessing, const AugmentOptions& augment,
                    std::uint64_t seed, std::uint64_t view, std::int64_t id) {
    const Image rgb = imaging::toRgb8(image);
    const int size = preprocessing.size;
    const Draw draw = drawFor(rgb, preprocessing, augment, seed, view, id);
    const Image placed = draw.radians == 0 ? imaging::resizeBox(rgb, draw.box, size, size, draw.mirror)
                                           : turned(rgb, draw, size);
    return recoloured(placed, draw.colours);
}

} // namespace graft::dataset
