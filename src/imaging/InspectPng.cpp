#include "imaging/ByteReader.h"
#include "imaging/Exif.h"
#include "imaging/Inspect.h"

namespace graft::imaging {
namespace {

int channelsOf(int colourType) {
    switch (colourType) {
    case 0:
        return 1;
    case 2:
    case 3: // palette
        return 3;
    case 4:
    case 6:
        return 4;
    default:
        return 0;
    }
}

} // namespace

Result<FileFacts> inspectPng(std::span<const std::byte> bytes) {
    const ByteReader file(bytes);
    if (!file.matches(12, "IHDR") || !file.has(16, 13))
        return damaged("PNG", "no IHDR");
    const std::uint32_t width = file.u32(16), height = file.u32(20);
    FileFacts facts{.header = {"PNG", int(width & 0x7FFFFFFF), int(height & 0x7FFFFFFF)},
                    .channels = channelsOf(file.u8(25)),
                    .bitsPerSample = file.u8(24)};
    if (width == 0 || height == 0 || width > 0x7FFFFFFF || height > 0x7FFFFFFF || facts.channels == 0)
        return damaged("PNG", "impossible IHDR");
    for (std::uint64_t chunk = 8; file.has(chunk, 12); chunk += 12ull + file.u32(chunk))
        if (file.matches(chunk + 4, "eXIf"))
            facts.orientation = exifOrientation(file.part(chunk + 8, file.u32(chunk)));
    return facts;
}

} // namespace graft::imaging
