#include "imaging/ByteReader.h"
#include "imaging/Inspect.h"

namespace graft::imaging {
namespace {

// Tags and types of TIFF 6.0; BigTIFF's wider entries.
constexpr int kWidth = 256, kHeight = 257, kBitsPerSample = 258, kOrientation = 274, kSamplesPerPixel = 277,
              kTileWidth = 322, kTileHeight = 323;

std::uint64_t sizeOfType(int type) {
    switch (type) {
    case 3:
    case 8:
        return 2;
    case 4:
    case 9:
        return 4;
    case 16:
    case 17:
        return 8;
    default:
        return 1;
    }
}

/// One directory of a TIFF file: the first value of each of its entries.
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

} // namespace

Result<FileFacts> inspectTiff(std::span<const std::byte> bytes) {
    const ByteReader file(bytes, ByteReader(bytes).matches(0, "II") ? std::endian::little : std::endian::big);
    const bool big = file.u16(2) == 43;
    const Directory directory(file, big ? file.u64(8) : file.u32(4), big);
    const std::uint64_t width = directory.value(kWidth, 0), height = directory.value(kHeight, 0);
    constexpr std::uint64_t kLargest = 0x7FFFFFFF;
    if (width == 0 || height == 0 || width > kLargest || height > kLargest)
        return damaged("TIFF", "no directory with a size");
    // A tile larger than the image costs what it says, whatever the image's size.
    const std::uint64_t tileWidth = directory.value(kTileWidth, 0),
                        tileHeight = directory.value(kTileHeight, 0);
    if (tileWidth > width + 4096 || tileHeight > height + 4096)
        return damaged("TIFF", "tiles larger than the image");
    FileFacts facts{.header = {"TIFF", int(width), int(height)},
                    .channels = int(std::min<std::uint64_t>(directory.value(kSamplesPerPixel, 1), 255)),
                    .bitsPerSample = int(std::min<std::uint64_t>(directory.value(kBitsPerSample, 1), 255))};
    const std::uint64_t orientation = directory.value(kOrientation, 1);
    facts.orientation = orientation >= 1 && orientation <= 8 ? int(orientation) : 1;
    return facts;
}

} // namespace graft::imaging
