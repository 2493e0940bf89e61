#pragma once

#include "base/Translate.h"
#include "regions/Patch.h"

#include <opencv2/core.hpp>

#include <new>

namespace graft::regions {

/// Shares the pixels; of type CV_8UC3, as red, green, blue.
inline cv::Mat matOf(const Patch& patch) {
    return {patch.height, patch.width, CV_8UC3, const_cast<std::uint8_t*>(patch.rgb.data())};
}

/// Calls `work`; what OpenCV throws becomes an Error.
template <typename Work>
auto guarded(Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const cv::Exception& failure) {
        return Error{
            translate("Regions", "The region could not be found here; try another place or a larger box."),
            failure.what()};
    } catch (const std::bad_alloc&) {
        return Error{translate("Regions", "There is not enough memory to look for the region here.")};
    }
}

inline Error badPatch() {
    return Error{translate("Regions", "There is no image here to look for a region in.")};
}

} // namespace graft::regions
