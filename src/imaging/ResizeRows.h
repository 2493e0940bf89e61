#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace graft::imaging {

/// Pillow's fixed point (Resample.c): weights of 22 bits, 8-bit samples between the two passes.
constexpr int kWeightBits = 32 - 8 - 2;

/// Which source samples make one output sample, and how much of each. Counts are even (a weight may be 0),
/// for the inner loops take two at a time.
struct Taps {
    int first = 0;
    int count = 0;
    std::size_t weights = 0; ///< index of the first weight
};

struct Kernel {
    std::vector<Taps> taps; ///< one for each output sample
    std::vector<std::int32_t> weights;

    const std::int32_t* of(const Taps& t) const { return weights.data() + t.weights; }
};

/// One row of the first pass. The source may be read up to kOverread bytes beyond the last sample that
/// counts.
constexpr std::size_t kOverread = 16;
void resampleRow(const std::uint8_t* source, std::uint8_t* target, int channels, const Kernel& kernel);

/// One row of the second pass: `count` source rows, `stride` bytes apart, weighted into `length` bytes.
void blendRows(const std::uint8_t* rows, std::size_t stride, std::size_t length, std::uint8_t* target,
               const std::int32_t* weights, int count);

} // namespace graft::imaging
