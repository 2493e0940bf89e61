#include "dataset/Normalise.h"

#include <algorithm>
#include <cassert>

namespace graft::dataset {

namespace {

/// Of each value a sample can have.
std::array<float, 256> normalisedValues(const Preprocessing& preprocessing, std::size_t plane) {
    std::array<float, 256> table;
    for (std::size_t v = 0; v < table.size(); ++v)
        table[v] =
            float((double(v) * preprocessing.scale - preprocessing.mean[plane]) / preprocessing.std[plane]);
    return table;
}

void normaliseBands(const imaging::Image& view, const Preprocessing& preprocessing, std::span<float> planes) {
    const std::size_t count = std::size_t(view.width()) * std::size_t(view.height());
    const auto bands = std::size_t(view.channels());
    for (int channel = 0; channel < preprocessing.bands; ++channel) {
        const std::array<float, 256> table = normalisedValues(preprocessing, std::size_t(channel) % 3);
        const std::uint8_t* sample = view.u8() + preprocessing.shownBy(channel);
        float* out = planes.data() + std::size_t(channel) * count;
        for (std::size_t i = 0; i < count; ++i)
            out[i] = table[sample[i * bands]];
    }
}

} // namespace

void normaliseInto(const imaging::Image& view, const Preprocessing& preprocessing, std::span<float> planes) {
    const std::size_t count = std::size_t(view.width()) * std::size_t(view.height());
    assert(view.channels() == preprocessing.pictureChannels() && view.depth() == imaging::Depth::U8 &&
           planes.size() == std::size_t(preprocessing.channels()) * count);
    if (preprocessing.grey)
        std::ranges::fill(planes, 0.f);
    if (preprocessing.bands > 0)
        return normaliseBands(view, preprocessing, planes);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const std::array<float, 256> table = normalisedValues(preprocessing, plane);
        const std::uint8_t* sample = view.u8() + (preprocessing.bgr ? 2 - plane : plane);
        float* out = planes.data() + (preprocessing.grey ? 0 : plane * count);
        if (preprocessing.grey)
            for (std::size_t i = 0; i < count; ++i)
                out[i] += table[sample[i * 3]] / 3;
        else
            for (std::size_t i = 0; i < count; ++i)
                out[i] = table[sample[i * 3]];
    }
}

std::vector<float> normalised(const imaging::Image& view, const Preprocessing& preprocessing) {
    std::vector<float> planes(std::size_t(preprocessing.channels()) * std::size_t(view.width()) *
                              std::size_t(view.height()));
    normaliseInto(view, preprocessing, planes);
    return planes;
}

} // namespace graft::dataset
