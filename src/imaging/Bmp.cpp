#include "imaging/BmpHeader.h"
#include "imaging/BmpPixels.h"

namespace graft::imaging {
namespace {

Result<FileFacts> inspect(std::span<const std::byte> file) {
    const Result<BmpHeader> header = readBmpHeader(file);
    if (!header)
        return header.error();
    return FileFacts{.header = {"BMP", header->width, header->height}, .channels = 4};
}

Result<Image> decodePixels(std::span<const std::byte> file, const FileFacts&, const DecodeLimits&, int) {
    const Result<BmpHeader> header = readBmpHeader(file);
    if (!header)
        return header.error();
    if (header->bits <= 8)
        return decodeBmpPalette(file, *header);
    return decodeBmpColour(file, *header);
}

} // namespace

const Format kBmp{"BMP", inspect, decodePixels};

} // namespace graft::imaging
