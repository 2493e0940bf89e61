#include "imaging/Inspect.h"

#include "imaging/ByteReader.h"

#include <array>

namespace graft::imaging {
namespace {

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    const char* name;
    Result<FileFacts> (*inspect)(std::span<const std::byte>); ///< none: recognised, but not decoded
};

using namespace std::string_view_literals;

// The first that matches counts.
constexpr std::array kSignatures{
    Signature{0, "\xFF\xD8\xFF"sv, "JPEG", inspectJpeg},
    Signature{0, "\x89PNG\r\n\x1A\n"sv, "PNG", inspectPng},
    Signature{0, "II*\0"sv, "TIFF", inspectTiff},
    Signature{0, "MM\0*"sv, "TIFF", inspectTiff},
    Signature{0, "II+\0\x08\0\0\0"sv, "TIFF", inspectTiff},
    Signature{0, "MM\0+\0\x08\0\0"sv, "TIFF", inspectTiff},
    Signature{0, "BM"sv, "BMP", inspectBmp},
    Signature{8, "WEBP"sv, "WebP", inspectWebp},
    Signature{0, "GIF8"sv, "GIF", inspectGif},
    Signature{0, "\0\0\1\0"sv, "icon", nullptr},
    Signature{0, "DDS "sv, "DDS", nullptr},
    Signature{0, "8BPS"sv, "Photoshop", nullptr},
    Signature{0, "\0\0\0\x0CjP  \r\n"sv, "JPEG 2000", nullptr},
    Signature{0, "\xFF\x4F\xFF\x51"sv, "JPEG 2000", nullptr},
    Signature{0, "\xFF\x0A"sv, "JPEG XL", nullptr},
    Signature{0, "\0\0\0\x0CJXL "sv, "JPEG XL", nullptr},
    Signature{4, "ftypavi"sv, "AVIF", nullptr},
    Signature{4, "ftyphe"sv, "HEIC", nullptr},
    Signature{4, "ftypmif1"sv, "HEIC", nullptr},
    Signature{0, "\x76\x2F\x31\x01"sv, "OpenEXR", nullptr},
    Signature{0, "II\xBC"sv, "JPEG XR", nullptr},
    Signature{128, "DICM"sv, "DICOM", nullptr},
    Signature{0, "%PDF"sv, "PDF", nullptr},
    Signature{0, "<svg"sv, "SVG", nullptr},
};

bool isPnm(const ByteReader& file) {
    const int space = file.u8(2);
    return file.u8(0) == 'P' && file.u8(1) >= '1' && file.u8(1) <= '6' &&
           (space == ' ' || space == '#' || (space >= '\t' && space <= '\r'));
}

} // namespace

Error damaged(const std::string& format, const std::string& detail) {
    return {translate("Imaging", "The image is damaged: this is not a whole %1 file.", {format}),
            format + ": " + detail};
}

Result<FileFacts> inspect(std::span<const std::byte> bytes) {
    const ByteReader file(bytes);
    if (bytes.empty())
        return Error{translate("Imaging", "The file is empty.")};
    for (const Signature& signature : kSignatures) {
        if (!file.matches(signature.offset, signature.bytes))
            continue;
        if (signature.inspect)
            return signature.inspect(bytes);
        return Error{
            translate("Imaging", "%1 images cannot be read; save the image as PNG.", {signature.name})};
    }
    if (isPnm(file))
        return inspectPnm(bytes);
    return Error{translate("Imaging", "This is not an image, or one of an unknown format.")};
}

Result<Header> readHeader(std::span<const std::byte> file) {
    const Result<FileFacts> facts = inspect(file);
    if (!facts)
        return facts.error();
    return facts->header;
}

} // namespace graft::imaging
