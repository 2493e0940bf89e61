#pragma once

#include <bit>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <vector>

namespace graft::test {

/// An uncompressed little-endian TIFF file of `bands` samples a pixel, which are black-is-zero, interleaved
/// and none of them alpha: as microscopes and satellites write it.
template <typename Sample>
void writeBandTiff(const std::filesystem::path& file, int width, int height, int bands,
                   std::span<const Sample> samples) {
    static_assert(std::endian::native == std::endian::little);
    constexpr bool kFloat = std::is_floating_point_v<Sample>;
    constexpr std::uint32_t kBits = 8 * sizeof(Sample), kShort = 3, kLong = 4;
    struct Entry {
        std::uint16_t tag, type;
        std::uint32_t count, value;
    };
    const auto extras = std::uint32_t(bands - 1);
    std::vector<Entry> entries{{256, kLong, 1, std::uint32_t(width)},
                               {257, kLong, 1, std::uint32_t(height)},
                               {258, kShort, std::uint32_t(bands), 0},
                               {259, kShort, 1, 1},
                               {262, kShort, 1, 1},
                               {273, kLong, 1, 0},
                               {277, kShort, 1, std::uint32_t(bands)},
                               {278, kLong, 1, std::uint32_t(height)},
                               {279, kLong, 1, std::uint32_t(samples.size_bytes())},
                               {284, kShort, 1, 1},
                               {338, kShort, extras, 0},
                               {339, kShort, std::uint32_t(bands), 0}};
    const auto lists = std::uint32_t(8 + 2 + entries.size() * sizeof(Entry) + 4);
    const auto listBytes = std::uint32_t(2 * std::size_t(bands) + 2); // room to spare
    const auto list = [&](Entry& entry, std::uint32_t place, std::uint32_t same) {
        if (entry.count > 2)
            entry.value = lists + place * listBytes;
        else
            entry.value = entry.count == 2 ? same << 16 | same : same;
    };
    list(entries[2], 0, kBits);
    list(entries[10], 1, 0);
    list(entries[11], 2, kFloat ? 3 : 1);
    entries[5].value = lists + 3 * listBytes;
    std::ofstream out(file, std::ios::binary);
    const auto put = [&out](const auto& value) {
        out.write(reinterpret_cast<const char*>(&value), sizeof value);
    };
    put(std::uint32_t(42u << 16 | 0x4949u));
    put(std::uint32_t(8));
    put(std::uint16_t(entries.size()));
    for (const Entry& entry : entries)
        put(entry);
    put(std::uint32_t(0));
    for (const std::uint32_t value : {kBits, 0u, kFloat ? 3u : 1u})
        for (std::uint32_t i = 0; i < listBytes / 2; ++i)
            put(std::uint16_t(value));
    out.write(reinterpret_cast<const char*>(samples.data()), std::streamsize(samples.size_bytes()));
}

} // namespace graft::test
