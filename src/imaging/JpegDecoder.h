#pragma once

#include "imaging/Formats.h"

#include <csetjmp>
#include <cstdio> // before jpeglib.h, which needs it

#include <jpeglib.h>

namespace graft::imaging {

/// One pass of libjpeg over a file in memory. Prints nothing and ends no program.
///
/// What counts as readable: a file whose compressed data end before the last row of blocks is an error, not
/// an image with a grey lower part. A file that lacks only its end marker is fine. Bit errors inside the data
/// are not detectable in general and give the wrong pixels that every viewer shows.
class JpegDecoder {
public:
    JpegDecoder(std::span<const std::byte> file, const DecodeLimits& limits);
    ~JpegDecoder();
    JpegDecoder(const JpegDecoder&) = delete;
    JpegDecoder& operator=(const JpegDecoder&) = delete;

    /// Reads the header and begins decoding at eighths/8 of the size.
    bool start(int eighths);
    int width() const { return int(m_jpeg.output_width); }
    int height() const { return int(m_jpeg.output_height); }
    /// 1 grey, 3 RGB, 4 inverted CMYK.
    int channels() const { return m_jpeg.output_components; }
    /// `pixels` holds width × height × channels bytes.
    bool readRows(std::span<std::byte> pixels);
    /// Why start() or readRows() was false.
    Error error() const;

private:
    enum class Trouble { None, Damaged, Unsupported, Busywork };

    static void onError(j_common_ptr jpeg);
    static void onMessage(j_common_ptr jpeg, int level);
    static void onProgress(j_common_ptr jpeg);
    void noticeWarning(int code);
    void checkWork();
    [[noreturn]] void giveUp(Trouble trouble);
    void begin(int eighths);
    void readAll(std::byte* pixels);
    void checkEnd();

    jpeg_decompress_struct m_jpeg{};
    jpeg_error_mgr m_errors{};
    jpeg_progress_mgr m_progress{};
    std::jmp_buf m_escape;
    DecodeLimits m_limits;
    Trouble m_trouble = Trouble::None;
    char m_text[JMSG_LENGTH_MAX]{};
    bool m_dataMissing = false; ///< a scan ended before its blocks did
    bool m_fileEnded = false;   ///< before the end marker
};

} // namespace graft::imaging
