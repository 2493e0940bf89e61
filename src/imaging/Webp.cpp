#include "imaging/ByteReader.h"
#include "imaging/Exif.h"
#include "imaging/Formats.h"

#include <optional>

#include <webp/decode.h>

namespace graft::imaging {
namespace {

/// A chunk of the RIFF container; odd ones are padded.
struct Chunk {
    std::uint64_t at = 0;
    std::uint64_t size = 0;
    std::uint64_t next() const { return at + 8 + size + size % 2; }
};

std::optional<Chunk> findChunk(const ByteReader& file, std::string_view name) {
    for (Chunk chunk{12, file.u32(16)}; file.has(chunk.at, 8);
         chunk = {chunk.next(), file.u32(chunk.next() + 4)})
        if (file.matches(chunk.at, name))
            return chunk;
    return std::nullopt;
}

// Sizes as in the "WebP Container Specification", RFC 6386 section 9.1 and the lossless bit stream's
// specification.
Result<FileFacts> inspect(std::span<const std::byte> bytes) {
    const ByteReader file(bytes, std::endian::little);
    FileFacts facts{.header = {.format = "WebP"}, .channels = 4};
    if (file.matches(12, "VP8X")) {
        facts.header.width = 1 + int(file.u24(24));
        facts.header.height = 1 + int(file.u24(27));
    } else if (file.matches(12, "VP8L") && file.u8(20) == 0x2F) {
        facts.header.width = 1 + int(file.u32(21) & 0x3FFF);
        facts.header.height = 1 + int(file.u32(21) >> 14 & 0x3FFF);
    } else if (file.matches(12, "VP8 ")) {
        facts.header.width = file.u16(26) & 0x3FFF;
        facts.header.height = file.u16(28) & 0x3FFF;
    }
    if (!file.matches(0, "RIFF") || facts.header.width == 0 || facts.header.height == 0)
        return damaged("WebP", "no picture");
    if (const auto exif = findChunk(file, "EXIF"))
        facts.orientation = exifOrientation(file.part(exif->at + 8, exif->size));
    return facts;
}

/// The file, or the first frame of an animation: 16 bytes of place and time, then chunks as in a file of its
/// own.
std::span<const std::byte> firstPicture(std::span<const std::byte> bytes) {
    const ByteReader file(bytes, std::endian::little);
    const auto frame = findChunk(file, "ANMF");
    return frame && frame->size > 16 ? file.part(frame->at + 24, frame->size - 16) : bytes;
}

Result<Image> decodePixels(std::span<const std::byte> bytes, const FileFacts& facts, const DecodeLimits&,
                           int) {
    const std::span<const std::byte> picture = firstPicture(bytes);
    const auto* data = reinterpret_cast<const std::uint8_t*>(picture.data());
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(data, picture.size(), &features) != VP8_STATUS_OK)
        return damaged("WebP", "no features");
    if (features.width != facts.header.width || features.height != facts.header.height)
        return unsupportedKind("WebP", "the picture does not fill its canvas");
    const int channels = features.has_alpha ? 4 : 3;
    const std::size_t stride = std::size_t(features.width) * std::size_t(channels);
    std::vector<std::byte> pixels(stride * std::size_t(features.height));
    const auto decodeInto = features.has_alpha ? WebPDecodeRGBAInto : WebPDecodeRGBInto;
    if (!decodeInto(data, picture.size(), reinterpret_cast<std::uint8_t*>(pixels.data()), pixels.size(),
                    int(stride)))
        return damaged("WebP", "the decoder gave up");
    return Image(features.width, features.height, channels, Depth::U8, std::move(pixels));
}

} // namespace

const Format kWebp{"WebP", inspect, decodePixels};

} // namespace graft::imaging
