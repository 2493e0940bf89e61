#pragma once

#include <cstddef>
#include <vector>

namespace graft::samples {

/// One channel of a picture.
struct Plane {
    int width = 0;
    int height = 0;
    std::vector<float> values; ///< [height, width]

    Plane(int w, int h) : width(w), height(h), values(std::size_t(w) * std::size_t(h)) {}
    float& at(int x, int y) { return values[std::size_t(y) * std::size_t(width) + std::size_t(x)]; }
    float at(int x, int y) const { return values[std::size_t(y) * std::size_t(width) + std::size_t(x)]; }
};

/// Gaussian blur, the edge pixels repeated. `sigma` in pixels; 0 leaves the plane as it is.
Plane blurred(const Plane& plane, double sigma);

/// Enlarged about its middle by `factor` (about 1), bilinear.
Plane magnified(const Plane& plane, double factor);

} // namespace graft::samples
