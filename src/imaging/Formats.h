#pragma once

#include "imaging/Decode.h"

namespace graft::imaging {

/// What a header tells before a codec touches the pixels.
struct FileFacts {
    Header header;
    int channels = 1;      ///< as stored
    int bitsPerSample = 8; ///< as stored
    int orientation = 1;   ///< EXIF, 1…8
};

/// How one file format is read. `decode` gives the pixels as stored: the orientation is not applied.
struct Format {
    const char* name;
    Result<FileFacts> (*inspect)(std::span<const std::byte> file);
    Result<Image> (*decode)(std::span<const std::byte> file, const FileFacts& facts,
                            const DecodeLimits& limits, int atLeastSide);
};

/// The format by the file's first bytes; an Error that names it where it cannot be decoded.
Result<const Format*> formatOf(std::span<const std::byte> file);

extern const Format kJpeg, kPng, kTiff, kBmp, kWebp, kPnm;

/// PNG alone can keep a palette's indices; the orientation is not applied.
Result<LabelPixels> decodePngLabels(std::span<const std::byte> file);

// Errors every format may give.
Error damaged(const std::string& format, const std::string& detail);
Error cutShort();
Error unsupportedKind(const std::string& format, const std::string& detail);
Error outOfMemory(const std::string& detail);
Error tooManyBands(int samples);

} // namespace graft::imaging
