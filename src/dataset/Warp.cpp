#include "dataset/Warp.h"

#include "dataset/ViewMap.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace graft::dataset {
namespace {

using annotation::Point;
using imaging::Box;
using imaging::Image;

/// A square of 8-bit RGB that a cv::Mat writes to.
class Square {
public:
    explicit Square(int size)
        : m_size(size), m_pixels(std::size_t(size) * std::size_t(size) * 3),
          m_mat(size, size, CV_8UC3, m_pixels.data()) {}
    cv::Mat& mat() { return m_mat; }
    Image image() && { return Image(m_size, m_size, 3, imaging::Depth::U8, std::move(m_pixels)); }

private:
    int m_size;
    std::vector<std::byte> m_pixels;
    cv::Mat m_mat;
};

cv::Mat matOf(const Image& image) {
    return {image.height(), image.width(), CV_8UC3, const_cast<std::byte*>(image.data())};
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
/// warp. What bent() does in general, kept bit for bit as caches of activations know it.
Image turned(const Image& image, const Placement& placement, int size) {
    const Box& box = placement.box;
    const double scaleX = box.width / size, scaleY = box.height / size;
    const Box grown = grownBox(image, box, placement.radians);
    const int width = std::max(1, int(std::lround(grown.width / scaleX)));
    const int height = std::max(1, int(std::lround(grown.height / scaleY)));
    const Image scaled = imaging::resizeBox(image, grown, width, height);

    // scaledFromView: from the view's pixel (u, v) about the view's centre, turned, to the scaled picture's
    // pixel.
    const double fromX = scaleX * width / grown.width, fromY = scaleY * height / grown.height;
    const double signX = placement.mirror.horizontal ? -1 : 1, signY = placement.mirror.vertical ? -1 : 1;
    const double cosine = std::cos(placement.radians), sine = std::sin(placement.radians);
    const double centre = (size - 1) / 2.0;
    const double xx = fromX * cosine * signX, xy = -fromX * sine * signY;
    const double yx = fromY * sine * signX, yy = fromY * cosine * signY;
    const double middleX = (box.x + box.width / 2 - grown.x) * width / grown.width - 0.5;
    const double middleY = (box.y + box.height / 2 - grown.y) * height / grown.height - 0.5;
    const cv::Matx23d scaledFromView(xx, xy, middleX - (xx + xy) * centre, //
                                     yx, yy, middleY - (yx + yy) * centre);
    Square view(size);
    cv::warpAffine(matOf(scaled), view.mat(), scaledFromView, view.mat().size(),
                   cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REFLECT_101);
    return std::move(view).image();
}

/// How finely a view samples: the least and the greatest step in the image, along any direction anywhere,
/// that one pixel of the view makes, in steps of the undistorted box.
struct Steps {
    double least = 1e9;
    double greatest = 0;
};

Steps stepsOf(const ViewMap& map, const Box& box) {
    constexpr int kPlaces = 9;
    const double size = map.size(), delta = size / 64;
    Steps steps;
    for (int row = 0; row < kPlaces; ++row)
        for (int column = 0; column < kPlaces; ++column) {
            const Point place{size * column / (kPlaces - 1), size * row / (kPlaces - 1)};
            const Point left = map.imageFromView({place.x - delta, place.y});
            const Point right = map.imageFromView({place.x + delta, place.y});
            const Point above = map.imageFromView({place.x, place.y - delta});
            const Point below = map.imageFromView({place.x, place.y + delta});
            const double toX = size / (2 * delta * box.width), toY = size / (2 * delta * box.height);
            const double a = (right.x - left.x) * toX, b = (below.x - above.x) * toX;
            const double c = (right.y - left.y) * toY, d = (below.y - above.y) * toY;
            // Singular values of [a b; c d].
            const double sum = std::hypot(a + d, c - b), difference = std::hypot(a - d, c + b);
            steps.least = std::min(steps.least, std::abs(sum - difference) / 2);
            steps.greatest = std::max(steps.greatest, (sum + difference) / 2);
        }
    return steps;
}

/// Where the centre of every pixel of the view comes from, `finer` to a side of a pixel.
cv::Mat placesOf(const ViewMap& map, int finer) {
    const int side = map.size() * finer;
    cv::Mat places(side, side, CV_32FC2);
    for (int v = 0; v < side; ++v) {
        auto* row = places.ptr<cv::Vec2f>(v);
        for (int u = 0; u < side; ++u) {
            const Point place = map.imageFromView({(u + 0.5) / finer, (v + 0.5) / finer});
            row[u] = {float(place.x), float(place.y)};
        }
    }
    return places;
}

struct Span {
    double from;
    double to;
};

/// What of [0, length] is needed to know `wanted` where the line is mirrored at both ends; `margin` more.
Span neededOf(Span wanted, double length, double margin) {
    if (wanted.from < -length || wanted.to > 2 * length)
        return {0, length};
    return {std::min(wanted.from, 2 * length - wanted.to) - margin,
            std::max(wanted.to, -wanted.from) + margin};
}

/// One axis of the scaled picture: what of the image it shows, and in how many pixels.
struct Axis {
    Span part;
    int pixels;
    double length() const { return part.to - part.from; }
    double scaledFromImage() const { return pixels / length(); }
};

/// Never finer than the image is. Its pixels are the image's, or those of a view without distortion that
/// begins at `origin`, so that what does not move is not blurred by lying between pixels.
Axis axisFor(Span wanted, double length, double origin, double step) {
    constexpr double kMargin = 3; ///< pixels
    const double grid = std::max(step, 1.0), base = step > 1 ? origin : 0;
    const Span needed = neededOf(wanted, length, kMargin * grid);
    const double from = base + std::floor((needed.from - base) / grid) * grid;
    const double to = base + std::ceil((needed.to - base) / grid) * grid;
    const Span part{std::clamp(from, 0.0, length), std::clamp(to, 0.0, length)};
    return {part, std::max(1, int(std::lround((part.to - part.from) / grid)))};
}

struct Axes {
    Axis x;
    Axis y;
};

Axes axesFor(const Image& image, const cv::Mat& places, const Box& box, double stepX, double stepY) {
    std::array<cv::Mat, 2> split;
    cv::split(places, split.data());
    Span x{}, y{};
    cv::minMaxLoc(split[0], &x.from, &x.to);
    cv::minMaxLoc(split[1], &y.from, &y.to);
    return {axisFor(x, image.width(), box.x, stepX), axisFor(y, image.height(), box.y, stepY)};
}

/// Any placement: the part of the image that is needed is brought with antialiasing to the scale of the
/// view's finest place, then sampled by the map, several times a pixel where that scale is too fine for the
/// coarsest, and averaged.
Image bent(const Image& image, const Placement& placement, int size) {
    constexpr double kFinest = 2, kCoarsest = 0.25; ///< detail, against the box undistorted
    constexpr double kWidestStep = 1.5;             ///< in the scaled picture, that loses nothing to speak of
    constexpr int kMostFiner = 4, kLargestSide = 4096;
    const Box& box = placement.box;
    const ViewMap map(placement, image.width(), image.height(), size);
    const Steps steps = stepsOf(map, box);
    const double detail = std::clamp(1 / std::max(steps.least, 1e-3), kCoarsest, kFinest);
    const int finer = std::clamp(int(std::ceil(steps.greatest * detail / kWidestStep)), 1,
                                 std::clamp(kLargestSide / size, 1, kMostFiner));
    cv::Mat places = placesOf(map, finer);
    const auto [x, y] = axesFor(image, places, box, box.width / size / detail, box.height / size / detail);
    const Image scaled =
        imaging::resizeBox(image, {x.part.from, y.part.from, x.length(), y.length()}, x.pixels, y.pixels);
    cv::subtract(places, cv::Scalar(x.part.from, y.part.from), places);
    cv::multiply(places, cv::Scalar(x.scaledFromImage(), y.scaledFromImage()), places);
    cv::subtract(places, cv::Scalar(0.5, 0.5), places);

    Square view(size);
    if (finer == 1) {
        cv::remap(matOf(scaled), view.mat(), places, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_REFLECT);
    } else {
        cv::Mat fine;
        cv::remap(matOf(scaled), fine, places, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_REFLECT);
        cv::resize(fine, view.mat(), view.mat().size(), 0, 0, cv::INTER_AREA);
    }
    return std::move(view).image();
}

} // namespace

Image placedView(const Image& image, const Placement& placement, int size) {
    if (placement.upright())
        return imaging::resizeBox(image, placement.box, size, size, placement.mirror);
    return placement.rigid() ? turned(image, placement, size) : bent(image, placement, size);
}

} // namespace graft::dataset
