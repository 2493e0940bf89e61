#include "dataset/Normalise.h"

#include <cassert>

namespace graft::dataset {

void normaliseInto(const imaging::Image& view, const Preprocessing& preprocessing, std::span<float> planes) {
    const std::size_t count = std::size_t(view.width()) * std::size_t(view.height());
    assert(view.channels() == 3 && view.depth() == imaging::Depth::U8 && planes.size() == 3 * count);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        std::array<float, 256> table; // an 8-bit sample has few values
        for (std::size_t v = 0; v < table.size(); ++v)
            table[v] = float((double(v) * preprocessing.scale - preprocessing.mean[plane]) /
                             preprocessing.std[plane]);
        const std::uint8_t* sample = view.u8() + (preprocessing.bgr ? 2 - plane : plane);
        float* out = planes.data() + plane * count;
        for (std::size_t i = 0; i < count; ++i)
            out[i] = table[sample[i * 3]];
    }
}

std::vector<float> normalised(const imaging::Image& view, const Preprocessing& preprocessing) {
    std::vector<float> planes(3 * std::size_t(view.width()) * std::size_t(view.height()));
    normaliseInto(view, preprocessing, planes);
    return planes;
}

} // namespace graft::dataset
