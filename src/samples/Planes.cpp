#include "samples/Planes.h"

#include "samples/PortableMath.h"

#include <algorithm>
#include <cmath>

namespace graft::samples {

namespace {

std::vector<float> gaussianWeights(double sigma) {
    const int reach = std::max(1, int(std::ceil(2.6 * sigma)));
    std::vector<double> weights;
    weights.reserve(std::size_t(reach) + 1);
    double sum = 0;
    for (int i = 0; i <= reach; ++i) {
        weights.push_back(portableExp(-0.5 * i * i / (sigma * sigma)));
        sum += i == 0 ? weights.back() : 2 * weights.back();
    }
    std::vector<float> result;
    result.reserve(weights.size());
    for (const double weight : weights)
        result.push_back(float(weight / sum));
    return result;
}

void blurRow(const float* from, float* to, int count, const std::vector<float>& weights,
             std::vector<float>& padded) {
    const int reach = int(weights.size()) - 1;
    padded.resize(std::size_t(count) + 2 * std::size_t(reach));
    std::fill_n(padded.begin(), reach, from[0]);
    std::copy_n(from, count, padded.begin() + reach);
    std::fill_n(padded.begin() + reach + count, reach, from[count - 1]);
    const float* middle = padded.data() + reach;
    for (int x = 0; x < count; ++x)
        to[x] = weights[0] * middle[x];
    for (int k = 1; k <= reach; ++k)
        for (int x = 0; x < count; ++x)
            to[x] += weights[std::size_t(k)] * (middle[x - k] + middle[x + k]);
}

} // namespace

Plane blurred(const Plane& plane, double sigma) {
    if (sigma <= 0)
        return plane;
    const std::vector<float> weights = gaussianWeights(sigma);
    const int reach = int(weights.size()) - 1;
    Plane across(plane.width, plane.height);
    std::vector<float> padded;
    for (int y = 0; y < plane.height; ++y)
        blurRow(&plane.values[std::size_t(y) * std::size_t(plane.width)], &across.at(0, y), plane.width,
                weights, padded);
    Plane result(plane.width, plane.height);
    for (int y = 0; y < plane.height; ++y)
        for (int k = -reach; k <= reach; ++k) {
            const int from = std::clamp(y + k, 0, plane.height - 1);
            const float weight = weights[std::size_t(std::abs(k))];
            const float* source = &across.values[std::size_t(from) * std::size_t(plane.width)];
            float* target = &result.at(0, y);
            for (int x = 0; x < plane.width; ++x)
                target[x] += weight * source[x];
        }
    return result;
}

Plane magnified(const Plane& plane, double factor) {
    Plane result(plane.width, plane.height);
    const double middleX = (plane.width - 1) / 2.0;
    const double middleY = (plane.height - 1) / 2.0;
    for (int y = 0; y < plane.height; ++y) {
        const double v = std::clamp(middleY + (y - middleY) / factor, 0.0, double(plane.height - 1));
        const int y0 = std::min(int(v), std::max(plane.height - 2, 0));
        const int y1 = std::min(y0 + 1, plane.height - 1);
        for (int x = 0; x < plane.width; ++x) {
            const double u = std::clamp(middleX + (x - middleX) / factor, 0.0, double(plane.width - 1));
            const int x0 = std::min(int(u), std::max(plane.width - 2, 0));
            const int x1 = std::min(x0 + 1, plane.width - 1);
            result.at(x, y) = float(mix(mix(plane.at(x0, y0), plane.at(x1, y0), u - x0),
                                        mix(plane.at(x0, y1), plane.at(x1, y1), u - x0), v - y0));
        }
    }
    return result;
}

} // namespace graft::samples
