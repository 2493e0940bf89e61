#include "regions/CutOut.h"

#include "regions/OpenCv.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace graft::regions {

namespace {

constexpr int kRounds = 5; ///< of GrabCut; more changes little

/// What GrabCut begins with: outside of the window all is background, inside it may be the object.
cv::Mat firstGuess(const Patch& patch, const Window& window, const std::vector<Hint>& hints) {
    cv::Mat guess(patch.height, patch.width, CV_8UC1, cv::Scalar(cv::GC_BGD));
    const cv::Rect inside =
        cv::Rect(window.x, window.y, window.width, window.height) & cv::Rect(0, 0, patch.width, patch.height);
    guess(inside).setTo(cv::Scalar(cv::GC_PR_FGD));
    for (std::size_t i = 0; i < hints.size(); ++i)
        if (hints[i] != Hint::None)
            guess.data[i] = hints[i] == Hint::Object ? cv::GC_FGD : cv::GC_BGD;
    return guess;
}

bool isObject(std::uint8_t label) {
    return label == cv::GC_FGD || label == cv::GC_PR_FGD;
}

} // namespace

Result<Bits> cutOut(const Patch& patch, const Window& window, const std::vector<Hint>& hints) {
    if (!patch.valid() ||
        (!hints.empty() && hints.size() != std::size_t(patch.width) * std::size_t(patch.height)))
        return badPatch();
    return guarded([&]() -> Result<Bits> {
        cv::Mat labels = firstGuess(patch, window, hints);
        const std::size_t count = labels.total();
        const auto objects = std::size_t(std::count_if(labels.data, labels.data + count, isObject));
        // Each of the two colour models needs samples (five Gaussians, OpenCV asks for one at least).
        if (objects == 0 || objects == count)
            return Error{translate(
                "Regions",
                "The box takes in the whole image: there is nothing around the object to tell it from. "
                "Draw a smaller box.")};
        cv::setRNGSeed(1); // its k-means: the same box gives the same object
        cv::Mat background, object;
        cv::grabCut(matOf(patch), labels, {}, background, object, kRounds, cv::GC_INIT_WITH_MASK);
        Bits bits(count);
        std::transform(labels.data, labels.data + count, bits.begin(),
                       [](std::uint8_t label) { return std::uint8_t(isObject(label)); });
        return bits;
    });
}

} // namespace graft::regions
