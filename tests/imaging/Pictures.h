#pragma once

#include "base/Files.h"
#include "base/Random.h"
#include "imaging/Decode.h"
#include "imaging/Image.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace graft::test {

inline imaging::Image imageOf(int width, int height, int channels, const std::vector<std::uint8_t>& samples) {
    std::vector<std::byte> bytes(samples.size());
    std::memcpy(bytes.data(), samples.data(), samples.size());
    return imaging::Image(width, height, channels, imaging::Depth::U8, std::move(bytes));
}

/// Soft waves of every channel with noise on top: neither flat nor random, as photographs are.
inline imaging::Image picture(int width, int height, int channels, std::uint64_t seed) {
    Random random(seed);
    const double fx = random.uniform(0.01, 0.2), fy = random.uniform(0.01, 0.2);
    std::vector<std::uint8_t> samples;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < channels; ++c) {
                const double wave = 127 + 100 * std::sin(fx * x + c) * std::cos(fy * y - c);
                samples.push_back(std::uint8_t(std::clamp(wave + random.uniform(-40, 40), 0.0, 255.0)));
            }
    return imageOf(width, height, channels, samples);
}

inline std::vector<std::uint8_t> samplesOf(const imaging::Image& image) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(image.data());
    return {bytes, bytes + image.bytes()};
}

/// 8-bit grey or RGB as binary PGM or PPM, which every other program reads.
inline bool writePnm(const imaging::Image& image, const std::filesystem::path& path) {
    std::string text = (image.channels() == 1 ? "P5 " : "P6 ") + std::to_string(image.width()) + ' ' +
                       std::to_string(image.height()) + " 255\n";
    text.append(reinterpret_cast<const char*>(image.data()), image.bytes());
    return writeFileAtomically(path, text).ok();
}

/// The greatest difference of two samples; 256 where the sizes differ.
inline int greatestDifference(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b) {
    if (a.size() != b.size())
        return 256;
    int greatest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        greatest = std::max(greatest, std::abs(int(a[i]) - int(b[i])));
    return greatest;
}

} // namespace graft::test
