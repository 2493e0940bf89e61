#pragma once

#include <bit>
#include <cstdint>

namespace graft::weights {

// IEEE 754 binary16 and bfloat16 as raw bits; to the nearest, ties to even.

inline float floatFromHalf(std::uint16_t half) {
    const std::uint32_t sign = std::uint32_t(half & 0x8000) << 16;
    const std::uint32_t magnitude = half & 0x7fff;
    if (magnitude >= 0x7c00) // infinity, NaN
        return std::bit_cast<float>(sign | 0x7f800000 | (magnitude & 0x3ff) << 13);
    // A subnormal is a small integer times 2^-24; everything else only changes its exponent's bias.
    const float value = magnitude < 0x400 ? float(magnitude) * 0x1p-24f
                                          : std::bit_cast<float>((magnitude << 13) + (112u << 23));
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(value) | sign);
}

inline std::uint16_t halfFromFloat(float value) {
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(value);
    const std::uint16_t sign = std::uint16_t(bits >> 16 & 0x8000);
    const std::uint32_t magnitude = bits & 0x7fffffff;
    if (magnitude > 0x7f800000)
        return sign | 0x7e00;
    if (magnitude >= 0x477ff000) // 65520, the first that rounds past the largest half
        return sign | 0x7c00;
    if (magnitude < 0x38800000) { // below 2^-14: adding 0.5 leaves the rounded subnormal in the low bits
        const float shifted = std::bit_cast<float>(magnitude) + 0.5f;
        return sign | std::uint16_t(std::bit_cast<std::uint32_t>(shifted) - 0x3f000000);
    }
    const std::uint32_t rounded = magnitude - (112u << 23) + 0xfff + (magnitude >> 13 & 1);
    return sign | std::uint16_t(rounded >> 13);
}

inline float floatFromBfloat(std::uint16_t bits) {
    return std::bit_cast<float>(std::uint32_t(bits) << 16);
}

inline std::uint16_t bfloatFromFloat(float value) {
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(value);
    if ((bits & 0x7fffffff) > 0x7f800000)
        return std::uint16_t(bits >> 16 | 0x40);
    return std::uint16_t((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
}

} // namespace graft::weights
