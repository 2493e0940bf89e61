#include "imaging/ByteReader.h"
#include "imaging/Exif.h"
#include "imaging/PngDecoder.h"

namespace graft::imaging {
namespace {

/// After palettes are expanded; transparency may come on top.
int channelsOf(int colourType) {
    switch (colourType) {
    case 0:
        return 1;
    case 2:
    case 3:
        return 3;
    case 4:
    case 6:
        return 4;
    default:
        return 0;
    }
}

Result<FileFacts> inspect(std::span<const std::byte> bytes) {
    const ByteReader file(bytes);
    if (!file.matches(12, "IHDR") || !file.has(16, 13))
        return damaged("PNG", "no IHDR");
    const std::uint32_t width = file.u32(16), height = file.u32(20);
    FileFacts facts{.header = {"PNG", int(width & 0x7FFFFFFF), int(height & 0x7FFFFFFF)},
                    .channels = channelsOf(file.u8(25)),
                    .bitsPerSample = file.u8(24)};
    if (width == 0 || height == 0 || width > 0x7FFFFFFF || height > 0x7FFFFFFF || facts.channels == 0)
        return damaged("PNG", "impossible IHDR");
    for (std::uint64_t chunk = 8; file.has(chunk, 12); chunk += 12ull + file.u32(chunk)) {
        if (file.matches(chunk + 4, "eXIf"))
            facts.orientation = exifOrientation(file.part(chunk + 8, file.u32(chunk)));
        if (file.matches(chunk + 4, "tRNS"))
            facts.channels = 4;
    }
    return facts;
}

Result<Image> readPixels(PngDecoder& decoder) {
    std::vector<std::byte> pixels(decoder.rowBytes() * std::size_t(decoder.height()));
    std::vector<png_bytep> rows(std::size_t(decoder.height()));
    for (std::size_t y = 0; y < rows.size(); ++y)
        rows[y] = reinterpret_cast<png_bytep>(pixels.data()) + y * decoder.rowBytes();
    if (!decoder.readRows(rows.data()))
        return decoder.error();
    return Image(decoder.width(), decoder.height(), decoder.channels(), decoder.depth(), std::move(pixels));
}

Result<Image> decodePixels(std::span<const std::byte> file, const FileFacts&, const DecodeLimits&, int) {
    PngDecoder decoder(file);
    if (!decoder.start())
        return decoder.error();
    return readPixels(decoder);
}

} // namespace

Result<LabelPixels> decodePngLabels(std::span<const std::byte> file) {
    PngDecoder decoder(file);
    if (!decoder.start(PngDecoder::Values::Stored))
        return decoder.error();
    auto palette = decoder.palette();
    auto pixels = readPixels(decoder);
    return pixels ? Result<LabelPixels>({std::move(*pixels), std::move(palette)}) : pixels.error();
}

const Format kPng{"PNG", inspect, decodePixels};

} // namespace graft::imaging
