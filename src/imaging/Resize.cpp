#include "imaging/Resize.h"

#include "imaging/Transform.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace graft::imaging {
namespace {

// Pillow's fixed point (Imaging/Resample.c): weights of 22 bits, rounded half away from zero.
constexpr int kPrecision = 32 - 8 - 2;

/// Weights of the source samples in one output sample.
struct Taps {
    int first = 0;
    int count = 0;
    std::size_t weights = 0; ///< index of the first
};

struct Kernel {
    std::vector<Taps> taps;
    std::vector<std::int32_t> weights;
};

double triangle(double x) {
    return std::max(0.0, 1.0 - std::abs(x));
}

/// A triangle as wide as an output sample (at least as a source sample) around each output sample's centre.
Kernel kernelFor(int sourceSize, double begin, double length, int size, bool mirrored) {
    const double scale = length / size, spread = std::max(scale, 1.0);
    Kernel kernel;
    std::vector<double> exact;
    for (int i = 0; i < size; ++i) {
        const double centre = begin + (i + 0.5) * scale;
        const int first = std::clamp(int(centre - spread + 0.5), 0, sourceSize - 1);
        const int end = std::clamp(int(centre + spread + 0.5), first + 1, sourceSize);
        exact.clear();
        double sum = 0;
        for (int j = first; j < end; ++j) {
            exact.push_back(triangle((j - centre + 0.5) * (1.0 / spread)));
            sum += exact.back();
        }
        kernel.taps.push_back({first, end - first, kernel.weights.size()});
        for (const double weight : exact)
            kernel.weights.push_back(
                std::int32_t(std::lround((sum != 0 ? weight / sum : weight) * (1 << kPrecision))));
    }
    if (mirrored)
        std::ranges::reverse(kernel.taps);
    return kernel;
}

std::uint8_t rounded(std::int32_t sum) {
    return std::uint8_t(std::clamp(sum >> kPrecision, 0, 255));
}

void resampleRow(const std::uint8_t* source, std::uint8_t* target, int channels, const Kernel& kernel) {
    for (const Taps& taps : kernel.taps)
        for (int c = 0; c < channels; ++c) {
            std::int32_t sum = 1 << (kPrecision - 1);
            for (int j = 0; j < taps.count; ++j)
                sum +=
                    source[(taps.first + j) * channels + c] * kernel.weights[taps.weights + std::size_t(j)];
            *target++ = rounded(sum);
        }
}

void blendRows(const std::uint8_t* rows, std::size_t stride, std::size_t length, std::uint8_t* target,
               const std::int32_t* weights, int count) {
    for (std::size_t x = 0; x < length; ++x) {
        std::int32_t sum = 1 << (kPrecision - 1);
        for (int j = 0; j < count; ++j)
            sum += rows[std::size_t(j) * stride + x] * weights[j];
        target[x] = rounded(sum);
    }
}

} // namespace

Image resizeBox(const Image& image, const Box& box, int width, int height, const Mirror& mirror) {
    assert(image.depth() == Depth::U8 && width > 0 && height > 0 && box.width > 0 && box.height > 0);
    const int channels = image.channels();
    const Kernel across = kernelFor(image.width(), box.x, box.width, width, mirror.horizontal);
    const Kernel down = kernelFor(image.height(), box.y, box.height, height, mirror.vertical);
    const Taps& top = mirror.vertical ? down.taps.back() : down.taps.front();
    const Taps& bottom = mirror.vertical ? down.taps.front() : down.taps.back();
    const int firstRow = top.first, endRow = bottom.first + bottom.count;
    const std::size_t stride = std::size_t(width) * std::size_t(channels);
    std::vector<std::uint8_t> middle(stride * std::size_t(endRow - firstRow));
    for (int y = firstRow; y < endRow; ++y)
        resampleRow(image.u8() + std::size_t(y) * std::size_t(image.width()) * std::size_t(channels),
                    middle.data() + std::size_t(y - firstRow) * stride, channels, across);
    std::vector<std::byte> pixels(stride * std::size_t(height));
    auto* out = reinterpret_cast<std::uint8_t*>(pixels.data());
    for (int y = 0; y < height; ++y) {
        const Taps& taps = down.taps[std::size_t(y)];
        blendRows(middle.data() + std::size_t(taps.first - firstRow) * stride, stride, stride,
                  out + std::size_t(y) * stride, down.weights.data() + taps.weights, taps.count);
    }
    return Image(width, height, channels, Depth::U8, std::move(pixels));
}

Image resize(const Image& image, int width, int height) {
    if (width == image.width() && height == image.height())
        return image;
    return resizeBox(image, {0, 0, double(image.width()), double(image.height())}, width, height);
}

} // namespace graft::imaging
