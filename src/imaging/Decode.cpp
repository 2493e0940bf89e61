#include "imaging/Decode.h"

#include "base/Files.h"
#include "imaging/Formats.h"
#include "imaging/Orientation.h"
#include "imaging/Transform.h"

#include <algorithm>
#include <array>
#include <exception>

namespace graft::imaging {
namespace {

Error tooLarge(const Header& header) {
    return {translate("Imaging",
                      "With %1 × %2 pixels the image is too large to be read; make it smaller first.",
                      {std::to_string(header.width), std::to_string(header.height)})};
}

std::uint64_t bytesPerPixel(const FileFacts& facts) {
    return std::uint64_t(std::max(facts.channels, 1)) *
           std::uint64_t(std::max(facts.bitsPerSample + 7, 8) / 8);
}

bool withinLimits(const FileFacts& facts, const DecodeLimits& limits) {
    const std::int64_t pixels = std::int64_t(facts.header.width) * facts.header.height;
    return pixels <= limits.pixels && std::uint64_t(pixels) <= limits.decodedBytes / bytesPerPixel(facts);
}

/// The format and what it found in the header, where both are within the limits.
struct Checked {
    const Format* format;
    FileFacts facts;
};

Result<Checked> checked(std::span<const std::byte> file, const DecodeLimits& limits) {
    const Result<const Format*> format = formatOf(file);
    if (!format)
        return format.error();
    Result<FileFacts> facts = (*format)->inspect(file);
    if (!facts)
        return facts.error();
    if (file.size() > limits.fileBytes || !withinLimits(*facts, limits))
        return tooLarge(facts->header);
    return Checked{*format, *std::move(facts)};
}

Result<Image> decodeChecked(std::span<const std::byte> file, const DecodeLimits& limits, int atLeastSide) {
    const Result<Checked> known = checked(file, limits);
    if (!known)
        return known.error();
    Result<Image> image = known->format->decode(file, known->facts, limits, atLeastSide);
    if (!image)
        return image;
    return upright(*image, known->facts.orientation);
}

Result<LabelPixels> decodeLabelsChecked(std::span<const std::byte> file, const DecodeLimits& limits) {
    const Result<Checked> known = checked(file, limits);
    if (!known)
        return known.error();
    if (known->format == &kPng) {
        auto labels = decodePngLabels(file);
        if (labels)
            labels->pixels = upright(labels->pixels, known->facts.orientation);
        return labels;
    }
    Result<Image> image = known->format->decode(file, known->facts, limits, 0);
    if (!image)
        return image.error();
    // Numbers and colours, as a person would have painted them: of bands the first.
    if (image->content() == Content::Bands)
        *image = image->channels() == 2 ? selectBands(*image, {0}) : selectBands(*image, {0, 1, 2});
    return LabelPixels{upright(*image, known->facts.orientation)};
}

} // namespace

bool hasImageEnding(const std::filesystem::path& path) {
    static constexpr std::array kEndings{"jpg", "jpeg", "jpe",  "jfif", "png", "tif", "tiff", "bmp",
                                         "dib", "webp", "pbm",  "pgm",  "ppm", "pnm", "gif",  "mpo",
                                         "ico", "heic", "heif", "avif", "jp2", "j2k", "jxl",  "psd",
                                         "tga", "dds",  "dcm",  "exr",  "svg"};
    std::string ending = path.extension().string();
    if (ending.size() < 2)
        return false;
    ending.erase(0, 1);
    std::ranges::transform(ending, ending.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return std::ranges::find(kEndings, ending) != kEndings.end();
}

Result<Image> decode(std::span<const std::byte> file, const DecodeLimits& limits) {
    return decode(file, limits, 0);
}

Result<Image> decode(std::span<const std::byte> file, const DecodeLimits& limits, int atLeastSide) {
    try {
        return decodeChecked(file, limits, atLeastSide);
    } catch (const std::exception& exception) { // std::bad_alloc; the codecs themselves throw nothing
        return outOfMemory(exception.what());
    }
}

Result<Image> decodeFile(const std::filesystem::path& path, const DecodeLimits& limits) {
    return decodeFile(path, limits, 0);
}

Result<Image> decodeFile(const std::filesystem::path& path, const DecodeLimits& limits, int atLeastSide) {
    try {
        const Result<std::vector<std::byte>> file = readFile(path, limits.fileBytes);
        if (!file)
            return file.error();
        return decode(*file, limits, atLeastSide);
    } catch (const std::exception& exception) {
        return outOfMemory(exception.what());
    }
}

Result<LabelPixels> decodeLabels(std::span<const std::byte> file, const DecodeLimits& limits) {
    try {
        return decodeLabelsChecked(file, limits);
    } catch (const std::exception& exception) {
        return outOfMemory(exception.what());
    }
}

Result<Header> readHeader(std::span<const std::byte> file) {
    const Result<const Format*> format = formatOf(file);
    if (!format)
        return format.error();
    const Result<FileFacts> facts = (*format)->inspect(file);
    if (!facts)
        return facts.error();
    Header header = facts->header;
    header.bytesPerPixel = int(std::min<std::uint64_t>(bytesPerPixel(*facts), 1 << 20));
    if (turnsOnItsSide(facts->orientation))
        std::swap(header.width, header.height);
    return header;
}

} // namespace graft::imaging
