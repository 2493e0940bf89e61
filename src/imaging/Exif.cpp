#include "imaging/Exif.h"

#include "imaging/ByteReader.h"

namespace graft::imaging {

int exifOrientation(std::span<const std::byte> block) {
    constexpr std::uint16_t kOrientation = 0x0112;
    constexpr std::uint16_t kShort = 3;
    if (ByteReader(block).matches(0, std::string_view("Exif\0\0", 6)))
        block = block.subspan(6);
    const ByteReader magic(block);
    const bool little = magic.matches(0, "II");
    if (!little && !magic.matches(0, "MM"))
        return 1;
    const ByteReader tiff(block, little ? std::endian::little : std::endian::big);
    if (tiff.u16(2) != 42)
        return 1;
    const std::uint64_t directory = tiff.u32(4);
    const int entries = tiff.u16(directory);
    for (int i = 0; i < entries && tiff.has(directory + 2 + 12ull * std::uint64_t(i), 12); ++i) {
        const std::uint64_t entry = directory + 2 + 12ull * std::uint64_t(i);
        if (tiff.u16(entry) != kOrientation || tiff.u16(entry + 2) != kShort)
            continue;
        const int value = tiff.u16(entry + 8);
        return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

} // namespace graft::imaging
