#include "regions/Scissors.h"

#include "regions/OpenCv.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/imgproc/segmentation.hpp>

namespace graft::regions {

struct Scissors::Impl {
    cv::segmentation::IntelligentScissorsMB tool;
    int width = 0;
    int height = 0;
};

Scissors::Scissors(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Scissors::~Scissors() = default;

Result<std::unique_ptr<Scissors>> Scissors::from(const Patch& patch, Place start) {
    if (!patch.valid() || !patch.has(start.x, start.y))
        return badPatch();
    return guarded([&]() -> Result<std::unique_ptr<Scissors>> {
        auto impl = std::make_unique<Impl>();
        impl->width = patch.width;
        impl->height = patch.height;
        impl->tool.setEdgeFeatureCannyParameters(32, 100).setGradientMagnitudeMaxLimit(200);
        impl->tool.applyImage(matOf(patch).clone());
        impl->tool.buildMap({start.x, start.y});
        return std::unique_ptr<Scissors>(new Scissors(std::move(impl)));
    });
}

std::vector<Place> Scissors::pathTo(Place end) const {
    if (end.x < 0 || end.y < 0 || end.x >= m_impl->width || end.y >= m_impl->height)
        return {};
    try {
        std::vector<cv::Point> contour;
        m_impl->tool.getContour({end.x, end.y}, contour);
        std::vector<Place> path;
        path.reserve(contour.size());
        for (const cv::Point& point : contour)
            path.push_back({point.x, point.y});
        return path;
    } catch (const cv::Exception&) {
        return {};
    }
}

} // namespace graft::regions
