#include "imaging/BmpPixels.h"

#include "imaging/ByteReader.h"

#include <algorithm>

namespace graft::imaging {
namespace {

/// Whether all rows are there; the last may lack its padding.
bool hasAllRows(const ByteReader& file, const BmpHeader& header) {
    const std::uint64_t lastRow = (std::uint64_t(header.width) * std::uint64_t(header.bits) + 7) / 8;
    return file.has(header.pixels, std::uint64_t(header.height - 1) * header.stride() + lastRow);
}

Result<std::vector<std::uint8_t>> plainIndices(std::span<const std::byte> bytes, const BmpHeader& header) {
    const ByteReader file(bytes, std::endian::little);
    if (!hasAllRows(file, header))
        return cutShort();
    std::vector<std::uint8_t> indices(std::size_t(header.width) * std::size_t(header.height));
    const int perByte = 8 / header.bits, mask = (1 << header.bits) - 1;
    for (int n = 0; n < header.height; ++n) {
        const std::byte* row = bytes.data() + header.pixels + std::size_t(n) * header.stride();
        std::uint8_t* out = indices.data() + std::size_t(header.row(n)) * std::size_t(header.width);
        for (int x = 0; x < header.width; ++x)
            out[x] = std::uint8_t(int(row[x / perByte]) >> (8 - header.bits * (x % perByte + 1)) & mask);
    }
    return indices;
}

std::uint32_t pixelAt(const std::byte* row, int x, int bytesPerPixel) {
    std::uint32_t pixel = 0;
    for (int i = 0; i < bytesPerPixel; ++i)
        pixel |= std::uint32_t(row[x * bytesPerPixel + i]) << (8 * i);
    return pixel;
}

bool anyAlpha(std::span<const std::byte> bytes, const BmpHeader& header) {
    const std::uint32_t mask = header.masks[3].bits;
    if (header.bits == 24 || mask == 0)
        return false;
    for (int n = 0; n < header.height; ++n) {
        const std::byte* row = bytes.data() + header.pixels + std::size_t(n) * header.stride();
        for (int x = 0; x < header.width; ++x)
            if (pixelAt(row, x, header.bits / 8) & mask)
                return true;
    }
    return false;
}

} // namespace

Result<Image> decodeBmpPalette(std::span<const std::byte> bytes, const BmpHeader& header) {
    const Result<std::vector<std::uint8_t>> indices = header.coding == BmpHeader::Coding::Plain
                                                          ? plainIndices(bytes, header)
                                                          : unpackBmpRuns(bytes, header);
    if (!indices)
        return indices.error();
    const bool grey =
        std::ranges::all_of(header.palette, [](const auto& c) { return c[0] == c[1] && c[1] == c[2]; });
    std::array<std::array<std::uint8_t, 3>, 256> colours{};
    std::ranges::copy(header.palette, colours.begin());
    const std::size_t channels = grey ? 1 : 3;
    std::vector<std::byte> pixels(indices->size() * channels);
    std::byte* out = pixels.data();
    for (const std::uint8_t index : *indices)
        for (std::size_t c = 0; c < channels; ++c)
            *out++ = std::byte(colours[index][c]);
    return Image(header.width, header.height, int(channels), Depth::U8, std::move(pixels));
}

Result<Image> decodeBmpColour(std::span<const std::byte> bytes, const BmpHeader& header) {
    if (!hasAllRows(ByteReader(bytes), header))
        return cutShort();
    const bool plain24 = header.bits == 24;
    const std::size_t channels = anyAlpha(bytes, header) ? 4 : 3;
    std::vector<std::byte> pixels(std::size_t(header.width) * std::size_t(header.height) * channels);
    for (int n = 0; n < header.height; ++n) {
        const std::byte* row = bytes.data() + header.pixels + std::size_t(n) * header.stride();
        std::byte* out = pixels.data() + std::size_t(header.row(n)) * std::size_t(header.width) * channels;
        for (int x = 0; x < header.width; ++x) {
            if (plain24) {
                for (int c = 0; c < 3; ++c)
                    *out++ = row[x * 3 + 2 - c];
                continue;
            }
            const std::uint32_t pixel = pixelAt(row, x, header.bits / 8);
            for (std::size_t c = 0; c < channels; ++c)
                *out++ = std::byte(header.masks[c].of(pixel));
        }
    }
    return Image(header.width, header.height, int(channels), Depth::U8, std::move(pixels));
}

} // namespace graft::imaging
