#include "imaging/Pixels.h"

#include <opencv2/imgproc.hpp>

namespace graft::imaging {
namespace {

int cvType(Depth depth, int channels) {
    return CV_MAKETYPE(depth == Depth::U8 ? CV_8U : depth == Depth::U16 ? CV_16U : CV_32F, channels);
}

/// Signed, 32-bit and double samples become float, which holds them (up to 2²⁴ exactly).
cv::Mat inOurDepth(const cv::Mat& pixels) {
    const int depth = pixels.depth();
    if (depth == CV_8U || depth == CV_16U || depth == CV_32F)
        return pixels;
    cv::Mat converted;
    pixels.convertTo(converted, CV_32F);
    return converted;
}

cv::Mat greyAlphaAsBgra(const cv::Mat& pixels) {
    cv::Mat spread(pixels.size(), CV_MAKETYPE(pixels.depth(), 4));
    const int from[] = {0, 0, 0, 1, 0, 2, 1, 3};
    cv::mixChannels(&pixels, 1, &spread, 1, from, 4);
    return spread;
}

} // namespace

Result<Image> imageFromBgr(const cv::Mat& source) {
    if (source.empty() || source.dims != 2 || source.channels() > 4)
        return Error{translate("Imaging", "The image has more channels than colour and transparency; "
                                          "save it as RGB.")};
    cv::Mat pixels = inOurDepth(source);
    if (pixels.channels() == 2)
        pixels = greyAlphaAsBgra(pixels);
    const Depth depth = pixels.depth() == CV_8U    ? Depth::U8
                        : pixels.depth() == CV_16U ? Depth::U16
                                                   : Depth::F32;
    std::vector<std::byte> bytes(pixels.total() * pixels.elemSize());
    cv::Mat target(pixels.rows, pixels.cols, pixels.type(), bytes.data());
    if (pixels.channels() == 1)
        pixels.copyTo(target);
    else
        cv::cvtColor(pixels, target, pixels.channels() == 3 ? cv::COLOR_BGR2RGB : cv::COLOR_BGRA2RGBA);
    return Image(pixels.cols, pixels.rows, pixels.channels(), depth, std::move(bytes));
}

cv::Mat bgrFromImage(const Image& image) {
    const cv::Mat source(image.height(), image.width(), cvType(image.depth(), image.channels()),
                         const_cast<std::byte*>(image.data()));
    cv::Mat bgr;
    if (image.channels() == 1)
        source.copyTo(bgr);
    else
        cv::cvtColor(source, bgr, image.channels() == 3 ? cv::COLOR_RGB2BGR : cv::COLOR_RGBA2BGRA);
    return bgr;
}

} // namespace graft::imaging
