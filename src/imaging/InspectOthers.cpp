#include "imaging/ByteReader.h"
#include "imaging/Exif.h"
#include "imaging/Inspect.h"

#include <cstdlib>

namespace graft::imaging {

Result<FileFacts> inspectBmp(std::span<const std::byte> bytes) {
    const ByteReader file(bytes, std::endian::little);
    const bool old = file.u32(14) == 12; // BITMAPCOREHEADER
    const std::int64_t width = old ? file.u16(18) : std::int32_t(file.u32(18));
    const std::int64_t height = std::abs(old ? file.u16(20) : std::int64_t(std::int32_t(file.u32(22))));
    if (width <= 0 || height <= 0 || height > 0x7FFFFFFF)
        return damaged("BMP", "impossible size");
    return FileFacts{.header = {"BMP", int(width), int(height)}, .channels = 3, .bitsPerSample = 8};
}

Result<FileFacts> inspectGif(std::span<const std::byte> bytes) {
    const ByteReader file(bytes, std::endian::little);
    if (file.u16(6) == 0 || file.u16(8) == 0)
        return damaged("GIF", "impossible size");
    return FileFacts{.header = {"GIF", file.u16(6), file.u16(8)}, .channels = 3};
}

// RIFF container; sizes as in "WebP Container Specification" and RFC 6386 section 9.1.
Result<FileFacts> inspectWebp(std::span<const std::byte> bytes) {
    const ByteReader file(bytes, std::endian::little);
    FileFacts facts{.header = {.format = "WebP"}, .channels = 3};
    if (file.matches(12, "VP8X")) {
        facts.header.width = 1 + int(file.u24(24));
        facts.header.height = 1 + int(file.u24(27));
        facts.animated = file.u8(20) & 0x02;
        facts.channels = file.u8(20) & 0x10 ? 4 : 3;
    } else if (file.matches(12, "VP8L") && file.u8(20) == 0x2F) {
        facts.header.width = 1 + int(file.u32(21) & 0x3FFF);
        facts.header.height = 1 + int(file.u32(21) >> 14 & 0x3FFF);
        facts.channels = file.u32(21) >> 28 & 1 ? 4 : 3;
    } else if (file.matches(12, "VP8 ")) {
        facts.header.width = file.u16(26) & 0x3FFF;
        facts.header.height = file.u16(28) & 0x3FFF;
    }
    if (facts.header.width == 0 || facts.header.height == 0)
        return damaged("WebP", "no picture chunk");
    for (std::uint64_t chunk = 12; file.has(chunk, 8); chunk += 8ull + (file.u32(chunk + 4) + 1ull) / 2 * 2)
        if (file.matches(chunk, "EXIF"))
            facts.orientation = exifOrientation(file.part(chunk + 8, file.u32(chunk + 4)));
    return facts;
}

namespace {

/// The numbers of a PNM header, which are text with comments between them.
class PnmNumbers {
public:
    explicit PnmNumbers(const ByteReader& file) : m_file(file) {}

    std::int64_t next() {
        skipSpace();
        std::int64_t value = 0;
        const std::size_t begin = m_at;
        while (isDigit() && value < 1'000'000'000)
            value = value * 10 + (m_file.u8(m_at++) - '0');
        return m_at > begin ? value : -1;
    }

private:
    bool isDigit() const { return m_file.u8(m_at) >= '0' && m_file.u8(m_at) <= '9'; }
    void skipSpace() {
        while (m_at < m_file.size()) {
            const char c = char(m_file.u8(m_at));
            if (c == '#')
                while (m_at < m_file.size() && m_file.u8(m_at) != '\n')
                    ++m_at;
            else if (c != ' ' && (c < '\t' || c > '\r'))
                return;
            ++m_at;
        }
    }

    const ByteReader& m_file;
    std::size_t m_at = 2;
};

} // namespace

Result<FileFacts> inspectPnm(std::span<const std::byte> bytes) {
    const ByteReader file(bytes);
    const int kind = file.u8(1) - '0';
    PnmNumbers numbers(file);
    const std::int64_t width = numbers.next(), height = numbers.next();
    const std::int64_t largest = kind == 1 || kind == 4 ? 1 : numbers.next();
    if (width <= 0 || height <= 0 || width > 0x7FFFFFFF || height > 0x7FFFFFFF || largest <= 0 ||
        largest > 65535)
        return damaged("PNM", "impossible size or largest value");
    return FileFacts{.header = {"PNM", int(width), int(height)},
                     .channels = kind % 3 == 0 ? 3 : 1,
                     .bitsPerSample = largest > 255 ? 16 : 8};
}

} // namespace graft::imaging
