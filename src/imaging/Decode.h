#pragma once

#include "imaging/Image.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace graft::imaging {

/// Bounds on what a hostile or broken file may cost.
struct DecodeLimits {
    std::uint64_t fileBytes = 1ull << 30;
    std::int64_t pixels = 400'000'000;
    std::uint64_t decodedBytes = 2ull << 30;
};

/// What is known of a file without decoding its pixels. The size is that of the upright image, as decode()
/// gives it.
struct Header {
    std::string format; ///< "JPEG", "PNG", "TIFF", "BMP", "GIF", "WebP", "PNM", … empty when unknown
    int width = 0;
    int height = 0;
    int bytesPerPixel = 1; ///< as stored
};

/// Endings (lower case, no dot) of the files an import looks at: those that can be decoded, and those that
/// are images for a person but cannot (they become a row in the Issues panel).
bool hasImageEnding(const std::filesystem::path& path);

/// Decodes a whole file: EXIF orientation applied, palettes expanded, CMYK to RGB, first frame of several,
/// bit depth kept. A TIFF file of two, or of four and more samples that are not alpha comes as bands. Never
/// throws and never returns an empty image; the Error says why the file cannot be read.
Result<Image> decode(std::span<const std::byte> file, const DecodeLimits& limits = {});
Result<Image> decodeFile(const std::filesystem::path& path, const DecodeLimits& limits = {});

/// The same for one who needs less than all pixels: a JPEG may come at 1/2, 1/4 or 1/8 of its size (which
/// costs a fraction of the time) as long as its shorter side keeps `atLeastSide` pixels. 0: full size.
Result<Image> decode(std::span<const std::byte> file, const DecodeLimits& limits, int atLeastSide);
Result<Image> decodeFile(const std::filesystem::path& path, const DecodeLimits& limits, int atLeastSide);

/// An image whose pixels are numbers or colours that stand for something: as they are stored.
struct LabelPixels {
    Image pixels; ///< 1 channel: numbers, or indices into the palette; 3: colours; 4: colours where not
                  ///< transparent
    std::vector<std::uint32_t> palette{}; ///< 0xRRGGBB by index; empty: none
};
Result<LabelPixels> decodeLabels(std::span<const std::byte> file, const DecodeLimits& limits = {});

/// Reads only the header. Unknown formats are an Error.
Result<Header> readHeader(std::span<const std::byte> file);

Result<std::vector<std::byte>> encodePng(const Image& image);
Result<std::vector<std::byte>> encodeJpeg(const Image& image, int quality);

} // namespace graft::imaging
