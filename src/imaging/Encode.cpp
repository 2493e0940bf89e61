#include "imaging/Decode.h"
#include "imaging/Pixels.h"
#include "imaging/Transform.h"

#include <opencv2/imgcodecs.hpp>

#include <cstring>

namespace graft::imaging {
namespace {

Result<std::vector<std::byte>> encode(const char* ending, const Image& image,
                                      const std::vector<int>& options) {
    try {
        std::vector<std::uint8_t> encoded;
        if (cv::imencode(ending, bgrFromImage(image), encoded, options)) {
            std::vector<std::byte> bytes(encoded.size());
            std::memcpy(bytes.data(), encoded.data(), encoded.size());
            return bytes;
        }
        return Error{translate("Imaging", "The image cannot be written."), ending};
    } catch (const std::exception& exception) {
        return Error{translate("Imaging", "The image cannot be written."), exception.what()};
    }
}

} // namespace

Result<std::vector<std::byte>> encodePng(const Image& image) {
    return encode(".png", image.depth() == Depth::F32 ? toRgb8(image) : image, {});
}

Result<std::vector<std::byte>> encodeJpeg(const Image& image, int quality) {
    const bool writable = image.depth() == Depth::U8 && image.channels() != 4;
    return encode(".jpg", writable ? image : toRgb8(image), {cv::IMWRITE_JPEG_QUALITY, quality});
}

} // namespace graft::imaging
