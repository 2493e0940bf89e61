#include "imaging/ByteReader.h"
#include "imaging/Formats.h"

#include <cstring>

// Netpbm's PBM, PGM and PPM: P1 to P3 are text, P4 to P6 the same in binary.
namespace graft::imaging {
namespace {

bool isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Reads the numbers of a header, or of a text file; comments run from # to the end of the line.
class Numbers {
public:
    explicit Numbers(const ByteReader& file) : m_file(file) {}

    std::size_t position() const { return m_at; }
    /// −1 where there is none, or one that is too large for any purpose.
    std::int64_t next() {
        skipSpace();
        std::int64_t value = 0;
        const std::size_t begin = m_at;
        for (; isDigit() && m_at - begin < 10; ++m_at)
            value = value * 10 + (m_file.u8(m_at) - '0');
        return m_at > begin && !isDigit() ? value : -1;
    }
    /// The digits of P1 may stand without space between them.
    int nextBit() {
        skipSpace();
        const int c = m_file.u8(m_at++);
        return c == '0' || c == '1' ? c - '0' : -1;
    }

private:
    bool isDigit() const { return m_file.u8(m_at) >= '0' && m_file.u8(m_at) <= '9'; }
    void skipSpace() {
        for (; m_at < m_file.size(); ++m_at) {
            if (m_file.u8(m_at) == '#')
                while (m_at < m_file.size() && m_file.u8(m_at) != '\n')
                    ++m_at;
            else if (!isSpace(m_file.u8(m_at)))
                return;
        }
    }

    const ByteReader& m_file;
    std::size_t m_at = 2;
};

struct PnmHeader {
    int kind = 0; ///< the digit after the P
    FileFacts facts;
    int largest = 1; ///< the sample that is full brightness
    std::size_t pixels = 0;

    bool bits() const { return kind == 1 || kind == 4; }
    std::size_t samples() const {
        return std::size_t(facts.header.width) * std::size_t(facts.header.height) *
               std::size_t(facts.channels);
    }
};

Result<PnmHeader> readPnmHeader(const ByteReader& file) {
    PnmHeader header{.kind = file.u8(1) - '0'};
    Numbers numbers(file);
    const std::int64_t width = numbers.next(), height = numbers.next();
    const std::int64_t largest = header.bits() ? 1 : numbers.next();
    if (width <= 0 || height <= 0 || width > 0x7FFFFFFF || height > 0x7FFFFFFF || largest <= 0 ||
        largest > 65535)
        return damaged("PNM", "impossible size or largest value");
    header.facts = {.header = {"PNM", int(width), int(height)},
                    .channels = header.kind % 3 == 0 ? 3 : 1,
                    .bitsPerSample = largest > 255 ? 16 : 8};
    header.largest = int(largest);
    header.pixels = numbers.position() + (header.kind >= 4 ? 1 : 0); // one space before binary data
    return header;
}

/// 8-bit samples are scaled to 255, as 8-bit images are shown as they are; larger ones keep their value.
class Samples {
public:
    explicit Samples(const PnmHeader& header)
        : m_largest(header.largest), m_wide(header.largest > 255),
          m_bytes(header.samples() * (m_wide ? 2 : 1)) {}

    void add(int value) {
        value = std::min(value, m_largest);
        if (m_wide) {
            const auto sample = std::uint16_t(value);
            std::memcpy(m_bytes.data() + 2 * m_count, &sample, 2);
        } else {
            m_bytes[m_count] = std::byte((value * 255 + m_largest / 2) / m_largest);
        }
        ++m_count;
    }
    Image image(const PnmHeader& header) {
        return Image(header.facts.header.width, header.facts.header.height, header.facts.channels,
                     m_wide ? Depth::U16 : Depth::U8, std::move(m_bytes));
    }

private:
    int m_largest;
    bool m_wide;
    std::vector<std::byte> m_bytes;
    std::size_t m_count = 0;
};

Result<Image> decodeText(const ByteReader& file, const PnmHeader& header) {
    if (header.samples() > file.size())
        return cutShort();
    Numbers numbers(file);
    for (int i = 0; i < (header.bits() ? 2 : 3); ++i)
        (void)numbers.next();
    Samples samples(header);
    for (std::size_t i = 0; i < header.samples(); ++i) {
        const std::int64_t value = header.bits() ? numbers.nextBit() : numbers.next();
        if (value < 0)
            return numbers.position() >= file.size() ? cutShort() : damaged("PNM", "not a number");
        samples.add(header.bits() ? 1 - int(value) : int(std::min<std::int64_t>(value, 65535)));
    }
    return samples.image(header);
}

Result<Image> decodeBits(const ByteReader& file, const PnmHeader& header) {
    const std::size_t width = std::size_t(header.facts.header.width), stride = (width + 7) / 8;
    const std::size_t height = std::size_t(header.facts.header.height);
    if (!file.has(header.pixels, stride * height))
        return cutShort();
    Samples samples(header);
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x) // 1 is black
            samples.add(1 - (file.u8(header.pixels + y * stride + x / 8) >> (7 - x % 8) & 1));
    return samples.image(header);
}

Result<Image> decodeBinary(const ByteReader& file, const PnmHeader& header) {
    const std::size_t bytes = header.largest > 255 ? 2 : 1;
    if (!file.has(header.pixels, header.samples() * bytes))
        return cutShort();
    Samples samples(header);
    for (std::size_t i = 0; i < header.samples(); ++i)
        samples.add(bytes == 2 ? file.u16(header.pixels + 2 * i) : file.u8(header.pixels + i));
    return samples.image(header);
}

Result<FileFacts> inspect(std::span<const std::byte> bytes) {
    const Result<PnmHeader> header = readPnmHeader(ByteReader(bytes));
    if (!header)
        return header.error();
    return header->facts;
}

Result<Image> decodePixels(std::span<const std::byte> bytes, const FileFacts&, const DecodeLimits&, int) {
    const ByteReader file(bytes);
    const Result<PnmHeader> header = readPnmHeader(file);
    if (!header)
        return header.error();
    if (header->kind <= 3)
        return decodeText(file, *header);
    return header->bits() ? decodeBits(file, *header) : decodeBinary(file, *header);
}

} // namespace

const Format kPnm{"PNM", inspect, decodePixels};

} // namespace graft::imaging
