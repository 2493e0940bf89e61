#include "intake/Thumbnails.h"

#include "base/Files.h"
#include "base/Log.h"
#include "imaging/Decode.h"
#include "imaging/Transform.h"
#include "intake/Intake.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <unistd.h>

namespace graft::intake {

namespace fs = std::filesystem;

namespace {

constexpr int kJpegQuality = 88;
constexpr std::uint64_t kLargestThumbnail = 4u << 20;

bool isHash(const std::string& text) {
    return text.size() >= 8 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool writeAll(const fs::path& file, std::span<const std::byte> bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
    out.close();
    return out.good();
}

/// Another thread sees no thumbnail or a whole one. Not forced to the disk, for it can be made again at any
/// time.
void store(const fs::path& file, std::span<const std::byte> jpeg) {
    static std::atomic<unsigned> count{0};
    std::error_code failure;
    fs::create_directories(file.parent_path(), failure);
    const fs::path temporary =
        file.string() + "." + std::to_string(::getpid()) + "-" + std::to_string(++count);
    if (writeAll(temporary, jpeg))
        fs::rename(temporary, file, failure);
    else
        failure = std::make_error_code(std::errc::io_error);
    if (!failure)
        return;
    log(LogLevel::Warning, "the thumbnail " + file.string() + " was not kept: " + failure.message());
    std::error_code ignored;
    fs::remove(temporary, ignored);
}

} // namespace

std::string contentHash(std::span<const std::byte> file) {
    const QByteArrayView bytes(file.data(), qsizetype(file.size()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result().toHex().toStdString();
}

Result<std::string> contentHashOfFile(const fs::path& path) {
    QFile file(QString::fromStdString(path.string()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Error{translate("Intake", "The file cannot be read: %1.", {file.errorString().toStdString()})};
    return hash.result().toHex().toStdString();
}

std::optional<imaging::RegionReader> openLarge(const fs::path& file) {
    auto reader = imaging::RegionReader::open(file);
    return reader && reader->isLarge() ? std::optional(std::move(*reader)) : std::nullopt;
}

Result<imaging::Image> smallCopy(imaging::RegionReader& large) {
    return large.readWhole(4 * kThumbnailSide);
}

fs::path thumbnailFile(const fs::path& thumbnailsFolder, const std::string& contentHash) {
    if (thumbnailsFolder.empty() || !isHash(contentHash))
        return {};
    return thumbnailsFolder / contentHash.substr(0, 2) / (contentHash + ".jpg");
}

std::optional<imaging::Image> storedThumbnail(const fs::path& file) {
    std::error_code failure;
    if (file.empty() || !fs::exists(file, failure))
        return std::nullopt;
    const imaging::DecodeLimits limits{.fileBytes = kLargestThumbnail,
                                       .pixels = std::int64_t(kThumbnailSide) * kThumbnailSide};
    const auto image = imaging::decodeFile(file, limits);
    if (!image)
        return std::nullopt;
    return imaging::toRgb8(*image);
}

imaging::Image makeThumbnail(const imaging::Image& image, const fs::path& file) {
    imaging::Image small = imaging::thumbnail(image, kThumbnailSide);
    std::error_code failure;
    if (file.empty() || fs::exists(file, failure))
        return small;
    if (const auto jpeg = imaging::encodeJpeg(small, kJpegQuality))
        store(file, *jpeg);
    return small;
}

namespace {

/// A file that has changed since it was added must not be kept under its old name.
imaging::Image keptThumbnail(const imaging::Image& image, const fs::path& kept, bool same) {
    if (same) {
        std::error_code ignored;
        fs::remove(kept, ignored);
    }
    return makeThumbnail(image, same ? kept : fs::path());
}

Result<imaging::Image> thumbnailOfLarge(imaging::RegionReader& large, const fs::path& file,
                                        const fs::path& kept, const std::string& hash) {
    const auto image = smallCopy(large);
    if (!image)
        return image.error();
    const auto now = contentHashOfFile(file);
    return keptThumbnail(*image, kept, !kept.empty() && now && *now == hash);
}

} // namespace

Result<imaging::Image> thumbnail(const fs::path& thumbnailsFolder, const fs::path& imagePath,
                                 const std::string& hash) {
    const fs::path kept = thumbnailFile(thumbnailsFolder, hash);
    if (auto stored = storedThumbnail(kept))
        return std::move(*stored);
    if (auto large = openLarge(imagePath))
        return thumbnailOfLarge(*large, imagePath, kept, hash);
    const auto file = readFile(imagePath, imaging::DecodeLimits{}.fileBytes);
    if (!file)
        return file.error();
    const auto image = imaging::decode(*file, {}, kThumbnailSide);
    if (!image)
        return image.error();
    return keptThumbnail(*image, kept, !kept.empty() && contentHash(*file) == hash);
}

} // namespace graft::intake
