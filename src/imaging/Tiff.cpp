#include "imaging/ByteReader.h"
#include "imaging/TiffFile.h"

#include <tiff.h>

namespace graft::imaging {
namespace {

std::uint64_t sizeOfType(int type) {
    switch (type) {
    case TIFF_SHORT:
    case TIFF_SSHORT:
        return 2;
    case TIFF_LONG:
    case TIFF_SLONG:
        return 4;
    case TIFF_LONG8:
    case TIFF_SLONG8:
        return 8;
    default:
        return 1;
    }
}

/// The first directory of a TIFF or BigTIFF file: the first value of each of its entries.
class Directory {
public:
    Directory(const ByteReader& file, std::uint64_t at, bool big)
        : m_file(file), m_big(big), m_entries(at + (big ? 8 : 2)), m_count(big ? file.u64(at) : file.u16(at)),
          m_entrySize(big ? 20 : 12) {}

    std::uint64_t value(int tag, std::uint64_t otherwise) const {
        for (std::uint64_t i = 0; i < std::min<std::uint64_t>(m_count, 4096); ++i) {
            const std::uint64_t entry = m_entries + i * m_entrySize;
            if (!m_file.has(entry, m_entrySize))
                break;
            if (m_file.u16(entry) == tag)
                return firstValue(entry);
        }
        return otherwise;
    }

private:
    std::uint64_t firstValue(std::uint64_t entry) const {
        const std::uint64_t size = sizeOfType(m_file.u16(entry + 2));
        const std::uint64_t count = m_big ? m_file.u64(entry + 4) : m_file.u32(entry + 4);
        const std::uint64_t field = entry + (m_big ? 12 : 8), room = m_big ? 8 : 4;
        const bool elsewhere = count > room / size;
        const std::uint64_t at = !elsewhere ? field : m_big ? m_file.u64(field) : m_file.u32(field);
        return size == 1   ? m_file.u8(at)
               : size == 2 ? m_file.u16(at)
               : size == 4 ? m_file.u32(at)
                           : m_file.u64(at);
    }

    const ByteReader& m_file;
    bool m_big;
    std::uint64_t m_entries;
    std::uint64_t m_count;
    std::uint64_t m_entrySize;
};

Result<FileFacts> inspect(std::span<const std::byte> bytes) {
    const ByteReader file(bytes, ByteReader(bytes).matches(0, "II") ? std::endian::little : std::endian::big);
    const bool big = file.u16(2) == 43;
    const Directory directory(file, big ? file.u64(8) : file.u32(4), big);
    const std::uint64_t width = directory.value(TIFFTAG_IMAGEWIDTH, 0);
    const std::uint64_t height = directory.value(TIFFTAG_IMAGELENGTH, 0);
    constexpr std::uint64_t kLargest = 0x7FFFFFFF;
    if (width == 0 || height == 0 || width > kLargest || height > kLargest)
        return damaged("TIFF", "no directory with a size");
    // A tile costs what it says, whatever the image's size.
    if (directory.value(TIFFTAG_TILEWIDTH, 0) > width + 4096 ||
        directory.value(TIFFTAG_TILELENGTH, 0) > height + 4096)
        return damaged("TIFF", "tiles larger than the image");
    const auto small = [&](int tag) { return int(std::min<std::uint64_t>(directory.value(tag, 1), 65535)); };
    FileFacts facts{.header = {"TIFF", int(width), int(height)},
                    .channels = small(TIFFTAG_SAMPLESPERPIXEL),
                    .bitsPerSample = small(TIFFTAG_BITSPERSAMPLE)};
    const int orientation = small(TIFFTAG_ORIENTATION);
    facts.orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
    return facts;
}

Result<Image> decodePixels(std::span<const std::byte> bytes, const FileFacts& facts,
                           const DecodeLimits& limits, int) {
    TiffFile file(bytes, limits);
    if (!file)
        return damaged("TIFF", file.problem());
    const TiffLayout layout = file.layout();
    if (layout.width != facts.header.width || layout.height != facts.header.height)
        return damaged("TIFF", "contradicting sizes");
    return layout.readableAsStored() ? readTiffSamples(file, layout, limits)
                                     : readTiffRgba(file, layout, limits);
}

} // namespace

const Format kTiff{"TIFF", inspect, decodePixels};

} // namespace graft::imaging
