#pragma once

#include "imaging/Image.h"

#include <opencv2/core/mat.hpp>

namespace graft::imaging {

/// An Image of OpenCV's pixels (BGR order; any depth; 1 to 4 channels). An Error for kinds we have no Image
/// for.
Result<Image> imageFromBgr(const cv::Mat& pixels);

/// A copy in OpenCV's order.
cv::Mat bgrFromImage(const Image& image);

} // namespace graft::imaging
