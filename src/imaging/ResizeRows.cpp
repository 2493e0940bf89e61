#include "imaging/ResizeRows.h"

#include <algorithm>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace graft::imaging {
namespace {

constexpr std::int32_t kHalf = 1 << (kWeightBits - 1);

std::uint8_t rounded(std::int32_t sum) {
    return std::uint8_t(std::clamp(sum >> kWeightBits, 0, 255));
}

void resampleAny(const std::uint8_t* source, std::uint8_t* target, int channels, const Kernel& kernel) {
    for (const Taps& taps : kernel.taps)
        for (int c = 0; c < channels; ++c) {
            std::int32_t sum = kHalf;
            for (int j = 0; j < taps.count; ++j)
                sum += source[(taps.first + j) * channels + c] * kernel.of(taps)[j];
            *target++ = rounded(sum);
        }
}

void blendAny(const std::uint8_t* rows, std::size_t stride, std::size_t length, std::uint8_t* target,
              const std::int32_t* weights, int count) {
    for (std::size_t x = 0; x < length; ++x) {
        std::int32_t sum = kHalf;
        for (int j = 0; j < count; ++j)
            sum += rows[std::size_t(j) * stride + x] * weights[j];
        target[x] = rounded(sum);
    }
}

#if defined(__SSE2__)

// The processor multiplies 16-bit numbers in pairs (pmaddwd). A weight of 22 bits is therefore taken as two
// of 11, and the two sums are put together at the end: the same number as with one multiplication.
constexpr int kSplit = 11;

/// Weights of two neighbouring samples, upper and lower halves, ready for pmaddwd with samples a, b, a, b, …
struct WeightPair {
    __m128i upper;
    __m128i lower;

    explicit WeightPair(const std::int32_t* weights) {
        const std::int32_t mask = (1 << kSplit) - 1;
        upper = _mm_set1_epi32(weights[0] >> kSplit | (weights[1] >> kSplit) << 16);
        lower = _mm_set1_epi32((weights[0] & mask) | (weights[1] & mask) << 16);
    }
};

/// Sums for four output samples.
struct Sums {
    __m128i upper = _mm_setzero_si128();
    __m128i lower = _mm_set1_epi32(kHalf);

    void add(__m128i samples, const WeightPair& weights) {
        upper = _mm_add_epi32(upper, _mm_madd_epi16(samples, weights.upper));
        lower = _mm_add_epi32(lower, _mm_madd_epi16(samples, weights.lower));
    }
    __m128i result() const {
        return _mm_srai_epi32(_mm_add_epi32(_mm_slli_epi32(upper, kSplit), lower), kWeightBits);
    }
};

__m128i load4(const std::uint8_t* bytes) {
    std::int32_t four;
    std::memcpy(&four, bytes, 4);
    return _mm_cvtsi32_si128(four);
}

void resampleRgb(const std::uint8_t* source, std::uint8_t* target, const Kernel& kernel) {
    const __m128i zero = _mm_setzero_si128();
    for (const Taps& taps : kernel.taps) {
        const std::uint8_t* pixel = source + std::ptrdiff_t(taps.first) * 3;
        const std::int32_t* weights = kernel.of(taps);
        Sums sums;
        for (int j = 0; j < taps.count; j += 2, pixel += 6) {
            const __m128i pairs = _mm_unpacklo_epi8(load4(pixel), load4(pixel + 3)); // r r g g b b x x
            sums.add(_mm_unpacklo_epi8(pairs, zero), WeightPair(weights + j));
        }
        const __m128i words = _mm_packs_epi32(sums.result(), zero);
        const std::int32_t rgb = _mm_cvtsi128_si32(_mm_packus_epi16(words, zero));
        target[0] = std::uint8_t(rgb);
        target[1] = std::uint8_t(rgb >> 8);
        target[2] = std::uint8_t(rgb >> 16);
        target += 3;
    }
}

void blend16(const std::uint8_t* rows, std::size_t stride, std::uint8_t* target, const std::int32_t* weights,
             int count) {
    const __m128i zero = _mm_setzero_si128();
    Sums sums[4];
    for (int j = 0; j < count; j += 2, rows += 2 * stride) {
        const __m128i a = _mm_loadu_si128(reinterpret_cast<const __m128i*>(rows));
        const __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(rows + stride));
        const __m128i left = _mm_unpacklo_epi8(a, b), right = _mm_unpackhi_epi8(a, b);
        const WeightPair pair(weights + j);
        sums[0].add(_mm_unpacklo_epi8(left, zero), pair);
        sums[1].add(_mm_unpackhi_epi8(left, zero), pair);
        sums[2].add(_mm_unpacklo_epi8(right, zero), pair);
        sums[3].add(_mm_unpackhi_epi8(right, zero), pair);
    }
    const __m128i words0 = _mm_packs_epi32(sums[0].result(), sums[1].result());
    const __m128i words1 = _mm_packs_epi32(sums[2].result(), sums[3].result());
    _mm_storeu_si128(reinterpret_cast<__m128i*>(target), _mm_packus_epi16(words0, words1));
}

#endif

} // namespace

void resampleRow(const std::uint8_t* source, std::uint8_t* target, int channels, const Kernel& kernel) {
#if defined(__SSE2__)
    if (channels == 3)
        return resampleRgb(source, target, kernel);
#endif
    resampleAny(source, target, channels, kernel);
}

void blendRows(const std::uint8_t* rows, std::size_t stride, std::size_t length, std::uint8_t* target,
               const std::int32_t* weights, int count) {
    std::size_t done = 0;
#if defined(__SSE2__)
    for (; done + 16 <= length; done += 16)
        blend16(rows + done, stride, target + done, weights, count);
#endif
    blendAny(rows + done, stride, length - done, target + done, weights, count);
}

} // namespace graft::imaging
