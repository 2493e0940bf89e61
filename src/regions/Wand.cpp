#include "regions/Wand.h"

#include "regions/OpenCv.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

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

} // namespace

Result<Bits> similarTo(const Patch& patch, int x, int y, const WandOptions& options) {
    if (!patch.valid() || !patch.has(x, y))
        return badPatch();
    return guarded([&]() -> Result<Bits> {
        const int tolerance = std::clamp(options.tolerance, 0, 255);
        const cv::Scalar by(tolerance, tolerance, tolerance);
        cv::Mat picture = matOf(patch); // flooding only into the mask leaves the picture as it is
        const auto seed = picture.at<cv::Vec3b>(y, x);
        cv::Mat mask;
        if (!options.contiguous) {
            const cv::Scalar middle(seed[0], seed[1], seed[2]);
            cv::inRange(picture, middle - by, middle + by, mask);
            return bitsOf(mask);
        }
        mask =
            cv::Mat::zeros(patch.height + 2, patch.width + 2, CV_8UC1); // with a rim, as floodFill wants it
        const int flags = 4 | cv::FLOODFILL_FIXED_RANGE | cv::FLOODFILL_MASK_ONLY | (1 << 8);
        cv::floodFill(picture, mask, {x, y}, {}, nullptr, by, by, flags);
        return bitsOf(mask(cv::Rect(1, 1, patch.width, patch.height)));
    });
}

} // namespace graft::regions
