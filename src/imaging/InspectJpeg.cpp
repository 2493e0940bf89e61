#include "imaging/ByteReader.h"
#include "imaging/Exif.h"
#include "imaging/Inspect.h"

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

/// The place of the next marker's code at or after `from` (entropy-coded data skipped), or the file's size.
std::size_t nextMarker(const ByteReader& file, std::span<const std::byte> bytes, std::size_t from) {
    while (from < bytes.size()) {
        const void* found = std::memchr(bytes.data() + from, 0xFF, bytes.size() - from);
        if (!found)
            return bytes.size();
        from = std::size_t(static_cast<const std::byte*>(found) - bytes.data()) + 1;
        const int code = file.u8(from);
        const bool stuffed = code == 0x00 || (code >= 0xD0 && code <= 0xD7);
        if (!stuffed && code != 0xFF)
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

} // namespace

Result<FileFacts> inspectJpeg(std::span<const std::byte> bytes) {
    const ByteReader file(bytes);
    FileFacts facts{.header = {.format = "JPEG"}, .scans = 0, .complete = false};
    std::size_t at = nextMarker(file, bytes, 2);
    for (; at < bytes.size(); at = nextMarker(file, bytes, at)) {
        const int marker = file.u8(at++);
        if (marker == kEndOfImage) {
            facts.complete = true;
            break;
        }
        if (standsAlone(marker))
            continue;
        const std::size_t length = file.u16(at);
        if (isStartOfFrame(marker) && facts.header.width == 0)
            readFrame(file, at, facts);
        if (marker == kStartOfScan)
            ++facts.scans;
        if (marker == kApp1 && facts.orientation == 1 &&
            file.matches(at + 2, std::string_view("Exif\0\0", 6)))
            facts.orientation = exifOrientation(file.part(at + 2, length > 2 ? length - 2 : 0));
        at = std::min(bytes.size(), at + std::max<std::size_t>(length, 2));
    }
    if (facts.header.width == 0 || facts.header.height == 0 || facts.scans == 0)
        return damaged("JPEG", "no frame or no scan");
    return facts;
}

} // namespace graft::imaging
