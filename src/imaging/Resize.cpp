#include "imaging/Resize.h"

#include "imaging/ResizeRows.h"
#include "imaging/Transform.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

namespace graft::imaging {
namespace {

double triangle(double x) {
    return std::max(0.0, 1.0 - std::abs(x));
}

int nearest(double value) {
    return int(std::floor(value + 0.5));
}

/// Adds one output sample's weights, in fixed point, as an even number of them.
void addTaps(Kernel& kernel, int first, const std::vector<double>& exact, double sum) {
    kernel.taps.push_back({first, int(exact.size() + exact.size() % 2), kernel.weights.size()});
    for (const double weight : exact)
        kernel.weights.push_back(nearest((sum != 0 ? weight / sum : 1) * (1 << kWeightBits)));
    if (exact.size() % 2)
        kernel.weights.push_back(0);
}

/// A triangle around each output sample's centre, as wide as the output sample but at least as a source
/// sample: with its edges at the neighbouring centres.
Kernel kernelFor(int sourceSize, double begin, double length, int size, bool mirrored) {
    const double scale = length / size, spread = std::max(scale, 1.0);
    Kernel kernel;
    kernel.taps.reserve(std::size_t(size));
    std::vector<double> exact;
    for (int i = 0; i < size; ++i) {
        const double centre = begin + (i + 0.5) * scale;
        const int first = std::clamp(nearest(centre - spread), 0, sourceSize - 1);
        const int end = std::clamp(nearest(centre + spread), first + 1, sourceSize);
        exact.clear();
        double sum = 0;
        for (int j = first; j < end; ++j) {
            exact.push_back(triangle((j - centre + 0.5) * (1.0 / spread)));
            sum += exact.back();
        }
        addTaps(kernel, first, exact, sum);
    }
    if (mirrored)
        std::ranges::reverse(kernel.taps);
    return kernel;
}

/// The rows [first, end) that the second pass reads, after the first pass.
class Middle {
public:
    Middle(const Image& image, const Kernel& across, const Kernel& down)
        : m_channels(std::size_t(image.channels())) {
        m_first = std::ranges::min(down.taps, {}, &Taps::first).first;
        m_stride = across.taps.size() * m_channels;
        int end = 0;
        for (const Taps& taps : down.taps)
            end = std::max(end, taps.first + taps.count);
        // An odd row at the end, whose weight is 0, may lie outside the image.
        m_rows.resize(m_stride * std::size_t(end - m_first));
        for (int y = m_first; y < std::min(end, image.height()); ++y)
            resample(image, y, across);
    }

    std::size_t stride() const { return m_stride; }
    const std::uint8_t* row(int y) const { return m_rows.data() + std::size_t(y - m_first) * m_stride; }

private:
    void resample(const Image& image, int y, const Kernel& across) {
        const std::size_t rowBytes = std::size_t(image.width()) * m_channels, at = std::size_t(y) * rowBytes;
        const std::uint8_t* source = image.u8() + at;
        if (at + rowBytes + kOverread > image.bytes()) {
            m_padded.resize(rowBytes + kOverread);
            std::memcpy(m_padded.data(), source, rowBytes);
            source = m_padded.data();
        }
        resampleRow(source, m_rows.data() + std::size_t(y - m_first) * m_stride, int(m_channels), across);
    }

    std::size_t m_channels;
    int m_first = 0;
    std::size_t m_stride = 0;
    std::vector<std::uint8_t> m_rows;
    std::vector<std::uint8_t> m_padded;
};

} // namespace

Image resizeBox(const Image& image, const Box& box, int width, int height, const Mirror& mirror) {
    assert(image.depth() == Depth::U8 && width > 0 && height > 0 && box.width > 0 && box.height > 0);
    const Kernel across = kernelFor(image.width(), box.x, box.width, width, mirror.horizontal);
    const Kernel down = kernelFor(image.height(), box.y, box.height, height, mirror.vertical);
    const Middle middle(image, across, down);
    std::vector<std::byte> pixels(middle.stride() * std::size_t(height));
    auto* out = reinterpret_cast<std::uint8_t*>(pixels.data());
    for (const Taps& taps : down.taps) {
        blendRows(middle.row(taps.first), middle.stride(), middle.stride(), out, down.of(taps), taps.count);
        out += middle.stride();
    }
    return Image(width, height, image.channels(), Depth::U8, std::move(pixels), image.content());
}

Image resize(const Image& image, int width, int height) {
    if (width == image.width() && height == image.height())
        return image;
    return resizeBox(image, {0, 0, double(image.width()), double(image.height())}, width, height);
}

} // namespace graft::imaging
