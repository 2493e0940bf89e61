#include "imaging/Decode.h"

#include "base/Files.h"
#include "imaging/Inspect.h"
#include "imaging/Orientation.h"
#include "imaging/Pixels.h"

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <array>
#include <mutex>

namespace graft::imaging {
namespace {

/// Encoders write about 10 scans; each costs a pass over the whole image.
constexpr int kMostScans = 100;

void silenceOpenCv() {
    static std::once_flag once;
    std::call_once(once, [] { cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT); });
}

Error tooLarge(const Header& header) {
    return {translate("Imaging",
                      "With %1 × %2 pixels the image is too large to be read; make it smaller first.",
                      {std::to_string(header.width), std::to_string(header.height)})};
}

Result<> checkBounds(const FileFacts& facts, const DecodeLimits& limits) {
    const Header& header = facts.header;
    const std::int64_t pixels = std::int64_t(header.width) * header.height;
    const std::int64_t bytes = pixels * std::max(facts.channels, 1) * ((facts.bitsPerSample + 7) / 8);
    if (pixels > limits.pixels || std::uint64_t(bytes) > limits.decodedBytes)
        return tooLarge(header);
    if (header.format == "GIF" || facts.animated)
        return Error{
            facts.animated
                ? translate("Imaging", "Animated %1 images cannot be read; save one picture as PNG.",
                            {header.format})
                : translate("Imaging", "%1 images cannot be read; save the image as PNG.", {header.format})};
    if (header.format == "JPEG" && facts.bitsPerSample != 8)
        return Error{translate("Imaging", "JPEG images of %1 bits cannot be read; save the image as PNG.",
                               {std::to_string(facts.bitsPerSample)})};
    if (facts.scans > kMostScans)
        return Error{translate("Imaging",
                               "The image is damaged, or made to keep a program busy: "
                               "it is drawn in %1 passes.",
                               {std::to_string(facts.scans)})};
    if (!facts.complete)
        return Error{translate("Imaging", "The image is cut short: its end is missing.")};
    return {};
}

/// The power of two, up to 8, by which a JPEG can be shrunk while it is decoded.
int reduction(const FileFacts& facts, int atLeastSide) {
    if (facts.header.format != "JPEG" || atLeastSide <= 0)
        return 1;
    const int side = std::min(facts.header.width, facts.header.height);
    int factor = 1;
    while (factor < 8 && side / (factor * 2) >= atLeastSide)
        factor *= 2;
    return factor;
}

/// IMREAD_REDUCED_GRAYSCALE_2, _4 and _8 without their "grey".
int flagsFor(const FileFacts& facts, int factor) {
    if (facts.header.format != "JPEG")
        return cv::IMREAD_UNCHANGED;
    const int plain = cv::IMREAD_ANYCOLOR | cv::IMREAD_ANYDEPTH | cv::IMREAD_IGNORE_ORIENTATION;
    return factor == 1 ? plain : plain | factor * 8;
}

Result<Image> decodePixels(std::span<const std::byte> file, const FileFacts& facts, int flags) {
    const cv::Mat bytes(1, int(file.size()), CV_8U, const_cast<std::byte*>(file.data()));
    const cv::Mat pixels = cv::imdecode(bytes, flags);
    if (pixels.empty())
        return damaged(facts.header.format, "the decoder gave up");
    return imageFromBgr(pixels);
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
    silenceOpenCv();
    try {
        const Result<FileFacts> facts = inspect(file);
        if (!facts)
            return facts.error();
        if (file.size() > std::min<std::uint64_t>(limits.fileBytes, 0x7FFFFFFF))
            return tooLarge(facts->header);
        if (const Result<> bounds = checkBounds(*facts, limits); !bounds)
            return bounds.error();
        Result<Image> image = decodePixels(file, *facts, flagsFor(*facts, reduction(*facts, atLeastSide)));
        return image ? Result<Image>(upright(*image, facts->orientation)) : image;
    } catch (const cv::Exception& exception) {
        return Error{translate("Imaging", "The image is damaged, or of a kind that cannot be read."),
                     exception.what()};
    } catch (const std::exception& exception) {
        return Error{translate("Imaging", "There is not enough memory to read the image."), exception.what()};
    }
}

Result<Image> decodeFile(const std::filesystem::path& path, const DecodeLimits& limits) {
    return decodeFile(path, limits, 0);
}

Result<Image> decodeFile(const std::filesystem::path& path, const DecodeLimits& limits, int atLeastSide) {
    const Result<std::vector<std::byte>> file = readFile(path, limits.fileBytes);
    if (!file)
        return file.error();
    return decode(*file, limits, atLeastSide);
}

} // namespace graft::imaging
