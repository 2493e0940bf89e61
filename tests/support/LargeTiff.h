#pragma once

#include "support/PeakMemory.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <tiffio.h>
#include <vector>
#include <zlib.h>

namespace graft::test {

inline constexpr int kLargeSide = 20'000;
inline constexpr int kLargeTile = 256;

/// 20,000 × 20,000 pixels in tiles of one colour each, a few megabytes on disk: red is three times the column
/// of the tile, green three times its row, blue 77.
inline void writeLargeTiff(const std::filesystem::path& file) {
    TIFF* tiff = TIFFOpen(file.c_str(), "w");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, kLargeSide);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, kLargeSide);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 3);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE);
    TIFFSetField(tiff, TIFFTAG_TILEWIDTH, kLargeTile);
    TIFFSetField(tiff, TIFFTAG_TILELENGTH, kLargeTile);
    const int across = (kLargeSide + kLargeTile - 1) / kLargeTile;
    std::vector<std::uint8_t> tile(std::size_t(kLargeTile) * kLargeTile * 3);
    std::string packed(compressBound(uLong(tile.size())), '\0');
    for (int y = 0; y < across; ++y)
        for (int x = 0; x < across; ++x) {
            for (std::size_t i = 0; i < tile.size(); i += 3) {
                tile[i] = std::uint8_t(x * 3);
                tile[i + 1] = std::uint8_t(y * 3);
                tile[i + 2] = 77;
            }
            uLongf size = uLong(packed.size());
            compress2(reinterpret_cast<Bytef*>(packed.data()), &size, tile.data(), uLong(tile.size()), 1);
            TIFFWriteRawTile(tiff, std::uint32_t(y * across + x), packed.data(), tmsize_t(size));
        }
    TIFFClose(tiff);
}

} // namespace graft::test
