#include "imaging/Formats.h"

#include "imaging/ByteReader.h"

#include <array>

namespace graft::imaging {
namespace {

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    const Format* format;       ///< none: recognised, but not decoded
    const char* name = nullptr; ///< of those
};

using namespace std::string_view_literals;

// The first that matches counts.
constexpr std::array kSignatures{
    Signature{0, "\xFF\xD8\xFF"sv, &kJpeg},
    Signature{0, "\x89PNG\r\n\x1A\n"sv, &kPng},
    Signature{0, "II*\0"sv, &kTiff},
    Signature{0, "MM\0*"sv, &kTiff},
    Signature{0, "II+\0\x08\0\0\0"sv, &kTiff},
    Signature{0, "MM\0+\0\x08\0\0"sv, &kTiff},
    Signature{0, "BM"sv, &kBmp},
    Signature{8, "WEBP"sv, &kWebp},
    Signature{0, "GIF8"sv, nullptr, "GIF"},
    Signature{0, "\0\0\1\0"sv, nullptr, "ICO"},
    Signature{0, "DDS "sv, nullptr, "DDS"},
    Signature{0, "8BPS"sv, nullptr, "Photoshop"},
    Signature{0, "\0\0\0\x0CjP  \r\n"sv, nullptr, "JPEG 2000"},
    Signature{0, "\xFF\x4F\xFF\x51"sv, nullptr, "JPEG 2000"},
    Signature{0, "\xFF\x0A"sv, nullptr, "JPEG XL"},
    Signature{0, "\0\0\0\x0CJXL "sv, nullptr, "JPEG XL"},
    Signature{4, "ftypavi"sv, nullptr, "AVIF"},
    Signature{4, "ftyphe"sv, nullptr, "HEIC"},
    Signature{4, "ftypmif1"sv, nullptr, "HEIC"},
    Signature{0, "\x76\x2F\x31\x01"sv, nullptr, "OpenEXR"},
    Signature{0, "II\xBC"sv, nullptr, "JPEG XR"},
    Signature{128, "DICM"sv, nullptr, "DICOM"},
    Signature{0, "%PDF"sv, nullptr, "PDF"},
    Signature{0, "<svg"sv, nullptr, "SVG"},
};

bool isPnm(const ByteReader& file) {
    const int space = file.u8(2);
    return file.u8(0) == 'P' && file.u8(1) >= '1' && file.u8(1) <= '6' &&
           (space == ' ' || space == '#' || (space >= '\t' && space <= '\r'));
}

} // namespace

Result<const Format*> formatOf(std::span<const std::byte> bytes) {
    const ByteReader file(bytes);
    if (bytes.empty())
        return Error{translate("Imaging", "The file is empty.")};
    for (const Signature& signature : kSignatures) {
        if (!file.matches(signature.offset, signature.bytes))
            continue;
        if (signature.format)
            return signature.format;
        return Error{
            translate("Imaging", "%1 images cannot be read; save the image as PNG.", {signature.name})};
    }
    if (isPnm(file))
        return &kPnm;
    return Error{translate("Imaging", "This is not an image, or one of an unknown format.")};
}

Error damaged(const std::string& format, const std::string& detail) {
    return {translate("Imaging", "The image is damaged: this is not a sound %1 file.", {format}),
            format + ": " + detail};
}

Error cutShort() {
    return {translate("Imaging",
                      "The image is cut short: its end is missing. Copy it again from where it came.")};
}

Error unsupportedKind(const std::string& format, const std::string& detail) {
    return {translate("Imaging", "%1 images of this kind cannot be read; save the image as PNG.", {format}),
            format + ": " + detail};
}

Error tooManyBands(int samples) {
    return {translate(
        "Imaging", "The image has %1 channels for each pixel; up to %2 can be read. Leave some of them out.",
        {std::to_string(samples), std::to_string(kMostBands)})};
}

Error outOfMemory(const std::string& detail) {
    return {translate("Imaging", "There is not enough memory to read the image."), detail};
}

} // namespace graft::imaging
