#include "regions/Wand.h"

#include "regions/OpenCv.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <vector>

namespace graft::regions {

namespace {

Bits bitsOf(const cv::Mat& mask) {
    Bits bits;
    bits.reserve(mask.total());
    for (int y = 0; y < mask.rows; ++y)
        for (int x = 0; x < mask.cols; ++x)
            bits.push_back(mask.at<std::uint8_t>(y, x) != 0);
    return bits;
}

constexpr int kGrain = 5; ///< its side, in pixels

/// Pieces as small as grain go, but for the one at `kept`.
void dropGrain(cv::Mat& mask, cv::Point kept) {
    cv::Mat pieces, stats, centroids;
    const int count = cv::connectedComponentsWithStats(mask, pieces, stats, centroids, 8, CV_32S);
    std::vector<std::uint8_t> keep(std::size_t(count), 0);
    for (int piece = 1; piece < count; ++piece)
        keep[std::size_t(piece)] = stats.at<int>(piece, cv::CC_STAT_AREA) >= kGrain * kGrain;
    keep[std::size_t(pieces.at<int>(kept))] = 1;
    for (int y = 0; y < mask.rows; ++y)
        for (int x = 0; x < mask.cols; ++x)
            if (!keep[std::size_t(pieces.at<int>(y, x))])
                mask.at<std::uint8_t>(y, x) = 0;
}

/// Joined with the seed or not.
Bits alike(const cv::Mat& original, cv::Point seed, const cv::Scalar& by, bool even) {
    cv::Mat picture;
    if (even)
        cv::medianBlur(original, picture, kGrain);
    else
        picture = original;
    const auto colour = picture.at<cv::Vec3b>(seed);
    const cv::Scalar middle(colour[0], colour[1], colour[2]);
    cv::Mat mask;
    cv::inRange(picture, middle - by, middle + by, mask);
    if (even)
        dropGrain(mask, seed);
    return bitsOf(mask);
}

} // namespace

Result<Bits> similarTo(const Patch& patch, int x, int y, const WandOptions& options) {
    if (!patch.valid() || !patch.has(x, y))
        return badPatch();
    return guarded([&]() -> Result<Bits> {
        const int tolerance = std::clamp(options.tolerance, 0, 255);
        const cv::Scalar by(tolerance, tolerance, tolerance);
        cv::Mat picture = matOf(patch); // flooding only into the mask leaves the picture as it is
        if (!options.contiguous)
            return alike(picture, {x, y}, by, options.even);
        cv::Mat mask =
            cv::Mat::zeros(patch.height + 2, patch.width + 2, CV_8UC1); // with a rim, as floodFill wants it
        const int flags = 4 | cv::FLOODFILL_FIXED_RANGE | cv::FLOODFILL_MASK_ONLY | (1 << 8);
        cv::floodFill(picture, mask, {x, y}, {}, nullptr, by, by, flags);
        return bitsOf(mask(cv::Rect(1, 1, patch.width, patch.height)));
    });
}

} // namespace graft::regions
