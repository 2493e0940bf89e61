#include "dataset/PixelChanges.h"

#include "imaging/Decode.h"
#include "imaging/Transform.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace graft::dataset {
namespace {

using imaging::Image;

/// Turns the colour circle by a share of it.
void turnHue(cv::Mat& rgb, double share) {
    cv::Mat hsv, shift(1, 256, CV_8UC3);
    cv::cvtColor(rgb, hsv, cv::COLOR_RGB2HSV_FULL);
    const int by = int(std::lround(share * 256));
    for (int value = 0; value < 256; ++value)
        shift.at<cv::Vec3b>(0, value) = {std::uint8_t(value + by), std::uint8_t(value), std::uint8_t(value)};
    cv::LUT(hsv, shift, hsv);
    cv::cvtColor(hsv, rgb, cv::COLOR_HSV2RGB_FULL);
}

void applyGamma(cv::Mat& rgb, double exponent) {
    cv::Mat table(1, 256, CV_8U);
    for (int value = 0; value < 256; ++value)
        table.at<std::uint8_t>(0, value) =
            cv::saturate_cast<std::uint8_t>(255 * std::pow(value / 255.0, exponent));
    cv::LUT(rgb, table, rgb);
}

/// On the luma alone, so that colours stay.
void equalizeLocally(cv::Mat& rgb, double clipLimit) {
    constexpr int kMostTiles = 8, kSmallestTile = 28; ///< to a side; pixels
    const int tiles = std::clamp(rgb.cols / kSmallestTile, 1, kMostTiles);
    cv::Mat luma, colours;
    cv::cvtColor(rgb, colours, cv::COLOR_RGB2YCrCb);
    cv::extractChannel(colours, luma, 0);
    cv::createCLAHE(clipLimit, {tiles, tiles})->apply(luma, luma);
    cv::insertChannel(luma, colours, 0);
    cv::cvtColor(colours, rgb, cv::COLOR_YCrCb2RGB);
}

void blur(cv::Mat& rgb, double deviation) {
    constexpr double kLeast = 0.1; ///< less changes no value
    if (deviation > kLeast)
        cv::GaussianBlur(rgb, rgb, {}, deviation, deviation, cv::BORDER_REFLECT_101);
}

void addNoise(cv::Mat& rgb, double share, std::uint64_t seed) {
    cv::Mat noise(rgb.size(), CV_16SC3);
    cv::RNG(seed).fill(noise, cv::RNG::NORMAL, cv::Scalar::all(0), cv::Scalar::all(255 * share));
    cv::add(rgb, noise, rgb, cv::noArray(), CV_8U);
}

void cutOut(cv::Mat& rgb, const imaging::Box& box, const Preprocessing& preprocessing) {
    const auto pixel = [&](double share) { return int(std::lround(share * rgb.cols)); };
    const cv::Rect area(cv::Point(pixel(box.x), pixel(box.y)),
                        cv::Point(pixel(box.x + box.width), pixel(box.y + box.height)));
    cv::Scalar mean;
    for (int c = 0; c < 3; ++c)
        mean[preprocessing.bgr ? 2 - c : c] =
            double(preprocessing.mean[std::size_t(c)]) / preprocessing.scale;
    rgb(area & cv::Rect(cv::Point(), rgb.size())).setTo(mean);
}

/// What a JPEG of that quality makes of the view; as it was where there is no memory for one.
Image throughJpeg(const Image& view, int quality) {
    const auto file = imaging::encodeJpeg(view, quality);
    if (!file)
        return view;
    const auto decoded = imaging::decode(*file);
    return decoded ? imaging::toRgb8(*decoded) : view;
}

/// Pixels of its own, which may be changed.
class Changing {
public:
    explicit Changing(const Image& view)
        : m_size(view.width()), m_pixels(view.data(), view.data() + view.bytes()),
          m_mat(view.height(), view.width(), CV_8UC3, m_pixels.data()) {}
    cv::Mat& mat() { return m_mat; }
    std::span<std::uint8_t> samples() {
        return {reinterpret_cast<std::uint8_t*>(m_pixels.data()), m_pixels.size()};
    }
    Image image() && { return Image(m_size, m_mat.rows, 3, imaging::Depth::U8, std::move(m_pixels)); }

private:
    int m_size;
    std::vector<std::byte> m_pixels;
    cv::Mat m_mat;
};

void recolour(Changing& view, const PixelDraw& draw) {
    applyFactors(view.samples(), draw.colours);
    if (draw.hue != 0)
        turnHue(view.mat(), draw.hue);
    if (draw.gamma != 1)
        applyGamma(view.mat(), draw.gamma);
    if (draw.clahe > 0)
        equalizeLocally(view.mat(), draw.clahe);
    if (draw.trivial)
        applyTrivialChange(*draw.trivial, view.samples(), view.mat().cols);
}

} // namespace

Image withPixelsChanged(const Image& view, const PixelDraw& draw, const Preprocessing& preprocessing) {
    if (!draw.any())
        return view;
    Changing changing(view);
    recolour(changing, draw);
    if (draw.blur > 0)
        blur(changing.mat(), draw.blur);
    if (draw.noise > 0)
        addNoise(changing.mat(), draw.noise, draw.noiseSeed);
    Image changed = std::move(changing).image();
    if (draw.jpegQuality < 100)
        changed = throughJpeg(changed, draw.jpegQuality);
    if (draw.cutOut.width <= 0)
        return changed;
    Changing covered(changed);
    cutOut(covered.mat(), draw.cutOut, preprocessing);
    return std::move(covered).image();
}

} // namespace graft::dataset
