#pragma once

#include "base/Result.h"
#include "imaging/Image.h"
#include "imaging/RegionReader.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace graft::intake {

inline constexpr int kThumbnailSide = 256;

/// SHA-256, hex, as ImageRecord::contentHash.
std::string contentHash(std::span<const std::byte> file);

/// The same of a file of any size, block by block.
Result<std::string> contentHashOfFile(const std::filesystem::path& file);

/// Nothing where the file can be decoded as a whole.
std::optional<imaging::RegionReader> openLarge(const std::filesystem::path& file);

/// Of an image that is not held whole, enough to make a thumbnail of it.
Result<imaging::Image> smallCopy(imaging::RegionReader& large);

/// Where the thumbnail of a content lies: thumbnails/ab/abcdef….jpg. Empty where `contentHash` is none.
std::filesystem::path thumbnailFile(const std::filesystem::path& thumbnailsFolder,
                                    const std::string& contentHash);

/// The stored thumbnail; nothing where there is none or it is damaged.
std::optional<imaging::Image> storedThumbnail(const std::filesystem::path& file);

/// The thumbnail of a decoded image; kept in `file` where that can be written (it is a cache: a failure is
/// only logged).
imaging::Image makeThumbnail(const imaging::Image& image, const std::filesystem::path& file);

} // namespace graft::intake
