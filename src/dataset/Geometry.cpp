#include "dataset/Geometry.h"

#include <algorithm>
#include <cmath>

namespace graft::dataset {

// As torchvision's Resize, which truncates the longer side, and CenterCrop, which rounds half to even; except
// that an image resized to less than the crop is resized to the crop's size instead of getting a black frame.
imaging::Box evaluationBox(int width, int height, const Preprocessing& preprocessing) {
    if (preprocessing.resize <= 0)
        return {0, 0, double(width), double(height)};
    const int target = std::max(preprocessing.resize, preprocessing.size);
    const int shorter = std::min(width, height);
    const auto resized = [&](int side) { return int(std::int64_t(target) * side / shorter); };
    const auto offset = [&](int length) { return std::nearbyint((length - preprocessing.size) / 2.0); };
    const double scaleX = double(width) / resized(width), scaleY = double(height) / resized(height);
    return {offset(resized(width)) * scaleX, offset(resized(height)) * scaleY, preprocessing.size * scaleX,
            preprocessing.size * scaleY};
}

imaging::Box randomBox(int width, int height, double minimumScale, bool squash, Random& random) {
    constexpr double kWidest = 4.0 / 3.0;
    const double imageAspect = squash ? 1.0 : double(width) / height;
    double across = 1, down = 1; // as fractions of the image's sides
    bool fits = false;
    for (int attempt = 0; attempt < 10 && !fits; ++attempt) {
        const double area = random.uniform(minimumScale, 1);
        const double aspect = std::exp(random.uniform(-std::log(kWidest), std::log(kWidest)));
        across = std::sqrt(area * aspect / imageAspect);
        down = std::sqrt(area * imageAspect / aspect);
        fits = across <= 1 && down <= 1;
    }
    if (!fits) { // the largest part of an allowed aspect, in the middle
        const double aspect = std::clamp(imageAspect, 1 / kWidest, kWidest);
        across = std::min(1.0, aspect / imageAspect);
        down = std::min(1.0, imageAspect / aspect);
    }
    const double left = fits ? random.uniform(0, 1 - across) : (1 - across) / 2;
    const double top = fits ? random.uniform(0, 1 - down) : (1 - down) / 2;
    return {left * width, top * height, across * width, down * height};
}

int sideNeeded(const Preprocessing& preprocessing, const AugmentOptions& augment) {
    const double side = std::max(preprocessing.resize, preprocessing.size);
    const double nearest = 1 + std::clamp(augment.scale, 0.0, 4.0);
    return int(std::ceil(side * nearest / std::sqrt(std::clamp(augment.minimumScale, 0.01, 1.0))));
}

} // namespace graft::dataset
