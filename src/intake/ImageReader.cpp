#include "intake/ImageReader.h"

#include "base/Files.h"
#include "base/Log.h"
#include "imaging/Decode.h"
#include "intake/Thumbnails.h"

#include <algorithm>
#include <cerrno>
#include <new>
#include <sys/stat.h>

namespace graft::intake {

namespace {

/// Bytes of work memory per pixel: the decoder's picture, ours, and what comes between them and the
/// thumbnail.
std::uint64_t bytesPerPixel(const imaging::Header& header) {
    constexpr std::uint64_t kUsual = 12;
    return std::max(kUsual, 3 * std::uint64_t(header.bytesPerPixel));
}

project::Issue issue(const WorkItem& item, const Error& error) {
    if (!error.detail.empty())
        log(LogLevel::Info, item.path.string() + ": " + error.detail);
    return {.path = item.path.string(), .problem = error.message};
}

/// The size as the picture stands, which the header of a turned photo tells the wrong way round.
void takeSize(project::ImageRecord& record, const imaging::Header& header, const imaging::Image& decoded) {
    const bool turned = (header.width > header.height) != (decoded.width() > decoded.height()) &&
                        header.width != header.height;
    record.width = turned ? header.height : header.width;
    record.height = turned ? header.width : header.height;
}

Result<imaging::Image> decodeForThumbnail(std::span<const std::byte> file, const imaging::Header& header) {
    auto image = imaging::decode(file, {}, kThumbnailSide);
    // Shrunk to a square, an almost square photo no longer tells whether it was turned.
    if (image && image->width() == image->height() && header.width != header.height)
        return imaging::decode(file);
    return image;
}

project::Project::NewImage newImage(const WorkItem& item, const struct stat& status) {
    project::Project::NewImage added;
    project::ImageRecord& record = added.record;
    record.path = item.path.string();
    record.fileBytes = status.st_size;
    record.modified = status.st_mtime;
    record.group = item.group;
    record.split = item.split;
    record.splitByHand = item.splitByHand;
    added.className = item.className;
    added.shapes = item.shapes;
    return added;
}

/// An image of which neither the file nor the pixels are held whole.
Outcome readLarge(const WorkItem& item, imaging::RegionReader& large, const struct stat& status,
                  const std::filesystem::path& thumbnailsFolder, MemoryBudget& budget) {
    const MemoryBudget::Share share(budget, imaging::RegionReader::kMostBlockBytes);
    const auto image = smallCopy(large);
    if (!image)
        return issue(item, image.error());
    auto hash = contentHashOfFile(item.path);
    if (!hash)
        return issue(item, hash.error());
    project::Project::NewImage added = newImage(item, status);
    added.record.contentHash = *std::move(hash);
    added.record.width = large.width();
    added.record.height = large.height();
    added.record.format = "TIFF";
    added.record.channels = large.channels();
    makeThumbnail(*image, thumbnailFile(thumbnailsFolder, added.record.contentHash));
    return added;
}

Outcome read(const WorkItem& item, const std::filesystem::path& thumbnailsFolder, MemoryBudget& budget) {
    struct stat status {};
    if (::stat(item.path.c_str(), &status) != 0)
        return issue(item, {translate("Intake", "The file cannot be read: %1.", {systemErrorText(errno)})});
    if (auto large = openLarge(item.path))
        return readLarge(item, *large, status, thumbnailsFolder, budget);
    Result<std::vector<std::byte>> file = [&] {
        const MemoryBudget::Share share(budget, std::uint64_t(status.st_size));
        return readFile(item.path, imaging::DecodeLimits{}.fileBytes);
    }();
    if (!file)
        return issue(item, file.error());
    if (file->empty())
        return issue(item, {translate("Intake", "The file is empty.")});
    const auto header = imaging::readHeader(*file);
    if (!header)
        return issue(item, header.error());
    const std::uint64_t pixels = std::uint64_t(header->width) * std::uint64_t(header->height);
    const MemoryBudget::Share share(budget, file->size() + pixels * bytesPerPixel(*header));
    const auto image = decodeForThumbnail(*file, *header);
    if (!image)
        return issue(item, image.error());

    project::Project::NewImage added = newImage(item, status);
    project::ImageRecord& record = added.record;
    record.contentHash = contentHash(*file);
    record.fileBytes = std::int64_t(file->size());
    takeSize(record, *header, *image);
    record.format = header->format;
    record.channels = image->bands();
    makeThumbnail(*image, thumbnailFile(thumbnailsFolder, record.contentHash));
    return added;
}

} // namespace

Outcome readImage(const WorkItem& item, const std::filesystem::path& thumbnailsFolder, MemoryBudget& budget) {
    try {
        return read(item, thumbnailsFolder, budget);
    } catch (const std::bad_alloc&) {
        return issue(item, {translate("Intake", "There is not enough memory to read this image.")});
    }
}

} // namespace graft::intake
