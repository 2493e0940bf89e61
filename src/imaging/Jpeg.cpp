#include "imaging/ByteReader.h"
#include "imaging/Exif.h"
#include "imaging/JpegDecoder.h"

#include <cstring>

namespace graft::imaging {
namespace {

// Markers of ITU-T T.81, table B.1.
constexpr int kEndOfImage = 0xD9;
constexpr int kStartOfScan = 0xDA;
constexpr int kApp1 = 0xE1;

bool isStartOfFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool standsAlone(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

/// The place of the next marker's code at or after `from`, or the file's size.
std::size_t nextMarker(const ByteReader& file, std::span<const std::byte> bytes, std::size_t from) {
    while (from < bytes.size()) {
        const void* found = std::memchr(bytes.data() + from, 0xFF, bytes.size() - from);
        if (!found)
            return bytes.size();
        from = std::size_t(static_cast<const std::byte*>(found) - bytes.data()) + 1;
        if (file.u8(from) != 0x00 && file.u8(from) != 0xFF)
            return from;
    }
    return bytes.size();
}

void readFrame(const ByteReader& file, std::size_t segment, FileFacts& facts) {
    facts.bitsPerSample = file.u8(segment + 2);
    facts.header.height = file.u16(segment + 3);
    facts.header.width = file.u16(segment + 5);
    facts.channels = file.u8(segment + 7);
}

Result<FileFacts> inspect(std::span<const std::byte> bytes) {
    const ByteReader file(bytes);
    FileFacts facts{.header = {.format = "JPEG"}};
    std::size_t at = nextMarker(file, bytes, 2);
    for (; at < bytes.size(); at = nextMarker(file, bytes, at)) {
        const int marker = file.u8(at++);
        if (marker == kStartOfScan || marker == kEndOfImage)
            break;
        if (standsAlone(marker))
            continue;
        const std::size_t length = file.u16(at);
        if (isStartOfFrame(marker) && facts.header.width == 0)
            readFrame(file, at, facts);
        if (marker == kApp1 && facts.orientation == 1 &&
            file.matches(at + 2, std::string_view("Exif\0\0", 6)))
            facts.orientation = exifOrientation(file.part(at + 2, length > 2 ? length - 2 : 0));
        at = std::min(bytes.size(), at + std::max<std::size_t>(length, 2));
    }
    if (facts.header.width == 0 || facts.header.height == 0)
        return damaged("JPEG", "no frame before the first scan");
    return facts;
}

/// The eighths of its size at which a JPEG is decoded. The codec is fast at powers of two.
int eighthsFor(const Header& header, int atLeastSide) {
    const int side = std::min(header.width, header.height);
    int eighths = 8;
    while (atLeastSide > 0 && eighths > 1 && side * (eighths / 2) / 8 >= atLeastSide)
        eighths /= 2;
    return eighths;
}

/// As Adobe stores it: inverted, 255 is no ink. In place, four samples to three.
void rgbFromCmyk(std::uint8_t* samples, std::size_t pixels) {
    const auto times = [](int a, int b) {
        const int product = a * b + 128;
        return ((product >> 8) + product) >> 8;
    };
    std::uint8_t* rgb = samples;
    for (const std::uint8_t* ink = samples; pixels > 0; --pixels, ink += 4, rgb += 3) {
        const int key = ink[3];
        for (int c = 0; c < 3; ++c)
            rgb[c] = std::uint8_t(key - times(255 - ink[c], key));
    }
}

Result<Image> decodePixels(std::span<const std::byte> file, const FileFacts& facts,
                           const DecodeLimits& limits, int atLeastSide) {
    if (facts.bitsPerSample != 8)
        return unsupportedKind("JPEG", std::to_string(facts.bitsPerSample) + " bits");
    JpegDecoder decoder(file, limits);
    const bool started = decoder.start(eighthsFor(facts.header, atLeastSide));
    if (!started)
        return decoder.error();
    const std::size_t count = std::size_t(decoder.width()) * std::size_t(decoder.height());
    std::vector<std::byte> pixels(count * std::size_t(decoder.channels()));
    if (!decoder.readRows(pixels))
        return decoder.error();
    if (decoder.channels() == 4) {
        rgbFromCmyk(reinterpret_cast<std::uint8_t*>(pixels.data()), count);
        pixels.resize(count * 3);
    }
    const int channels = decoder.channels() == 4 ? 3 : decoder.channels();
    return Image(decoder.width(), decoder.height(), channels, Depth::U8, std::move(pixels));
}

} // namespace

const Format kJpeg{"JPEG", inspect, decodePixels};

} // namespace graft::imaging
