#include "dataset/ViewMap.h"

#include "dataset/Draw.h"
#include "dataset/Elastic.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace graft::dataset {
namespace {

using annotation::Point;

/// Takes the unit square's corners inwards; the identity where none moves.
cv::Matx33d perspectiveOf(const Placement& placement) {
    if (placement.corners == decltype(placement.corners){})
        return cv::Matx33d::eye();
    constexpr std::array<std::array<double, 2>, 4> kSquare{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
    std::array<cv::Point2f, 4> from, to;
    for (std::size_t i = 0; i < kSquare.size(); ++i) {
        const auto [x, y] = kSquare[i];
        const auto [acrossBy, downBy] = placement.corners[i];
        from[i] = {float(x), float(y)};
        to[i] = {float(x + (x > 0 ? -acrossBy : acrossBy)), float(y + (y > 0 ? -downBy : downBy))};
    }
    return cv::Matx33d(cv::Mat(cv::getPerspectiveTransform(from.data(), to.data())));
}

cv::Matx33d shifted(double x, double y) {
    return {1, 0, x, 0, 1, y, 0, 0, 1};
}

/// From the unit square that the view is to the image's pixels: mirrored, sheared, turned and scaled about
/// the middle.
cv::Matx33d matrixOf(const Placement& placement) {
    const imaging::Box& box = placement.box;
    const double cosine = std::cos(placement.radians), sine = std::sin(placement.radians);
    const cv::Matx33d mirror(placement.mirror.horizontal ? -1 : 1, 0, 0, //
                             0, placement.mirror.vertical ? -1 : 1, 0,   //
                             0, 0, 1);
    // First along y, then along x: whatever the two are, nothing collapses.
    const double along = 1 + placement.shearX * placement.shearY;
    const cv::Matx33d shear(placement.step * along, placement.step * placement.shearX, 0, //
                            placement.step * placement.shearY, placement.step, 0,         //
                            0, 0, 1);
    const cv::Matx33d turn(cosine, -sine, 0, sine, cosine, 0, 0, 0, 1);
    const cv::Matx33d place(box.width, 0, box.x + box.width / 2,   //
                            0, box.height, box.y + box.height / 2, //
                            0, 0, 1);
    return place * shifted(placement.shiftX, placement.shiftY) * turn * shear * mirror * shifted(-0.5, -0.5) *
           perspectiveOf(placement);
}

std::array<double, 9> numbersOf(const cv::Matx33d& matrix) {
    std::array<double, 9> numbers;
    std::copy(std::begin(matrix.val), std::end(matrix.val), numbers.begin());
    return numbers;
}

double thirdOf(const std::array<double, 9>& m, Point p) {
    return m[6] * p.x + m[7] * p.y + m[8];
}

Point applied(const std::array<double, 9>& m, Point p) {
    const double depth = thirdOf(m, p);
    return {(m[0] * p.x + m[1] * p.y + m[2]) / depth, (m[3] * p.x + m[4] * p.y + m[5]) / depth};
}

} // namespace

ViewMap::ViewMap(const Placement& placement, int imageWidth, int imageHeight, int size)
    : m_bends(placement.bends), m_imageWidth(imageWidth), m_imageHeight(imageHeight), m_size(size) {
    const cv::Matx33d matrix = matrixOf(placement);
    m_imageFromStraight = numbersOf(matrix);
    m_straightFromImage = numbersOf(matrix.inv());
}

Point ViewMap::imageFromView(Point pointInView) const {
    return applied(m_imageFromStraight,
                   Elastic(m_bends).bent({pointInView.x / m_size, pointInView.y / m_size}));
}

Point ViewMap::viewFromImage(Point pointInImage) const {
    const Point inSquare = Elastic(m_bends).straightened(applied(m_straightFromImage, pointInImage));
    return {inSquare.x * m_size, inSquare.y * m_size};
}

double ViewMap::depthOf(Point pointInImage) const {
    return thirdOf(m_straightFromImage, pointInImage);
}

ViewMap viewMap(int imageWidth, int imageHeight, const Preprocessing& preprocessing,
                const AugmentOptions& augment, std::uint64_t seed, std::uint64_t view, std::int64_t id) {
    return {drawFor(imageWidth, imageHeight, preprocessing, augment, seed, view, id).placement, imageWidth,
            imageHeight, preprocessing.size};
}

} // namespace graft::dataset
