#pragma once

#include "imaging/Decode.h"

namespace graft::imaging {

/// What the decoder must know before it lets a codec touch the pixels.
struct FileFacts {
    Header header;
    int channels = 0;      ///< as stored; 0: not told
    int bitsPerSample = 8; ///< as stored
    int orientation = 1;   ///< EXIF, 1…8
    int scans = 1;         ///< JPEG: passes over the whole image
    bool complete = true;  ///< JPEG: the end marker is there
    bool animated = false; ///< WebP
};

/// Reads the headers of the formats we decode, and gives unknown or unreadable ones an Error that names them.
Result<FileFacts> inspect(std::span<const std::byte> file);

// One per format; the signature has been checked.
Result<FileFacts> inspectJpeg(std::span<const std::byte> file);
Result<FileFacts> inspectPng(std::span<const std::byte> file);
Result<FileFacts> inspectTiff(std::span<const std::byte> file);
Result<FileFacts> inspectBmp(std::span<const std::byte> file);
Result<FileFacts> inspectWebp(std::span<const std::byte> file);
Result<FileFacts> inspectPnm(std::span<const std::byte> file);
Result<FileFacts> inspectGif(std::span<const std::byte> file);

/// The Error of a file whose header promises what is not there.
Error damaged(const std::string& format, const std::string& detail);

} // namespace graft::imaging
