#pragma once

#include "imaging/Formats.h"

#include <csetjmp>

#include <png.h>

namespace graft::imaging {

/// One pass of libpng over a file in memory. Prints nothing. Palettes are expanded, fewer than 8 bits become
/// 8, 16 stay, grey with transparency becomes RGBA. A file that ends before its pixels do is an error.
class PngDecoder {
public:
    explicit PngDecoder(std::span<const std::byte> file);
    ~PngDecoder();
    PngDecoder(const PngDecoder&) = delete;
    PngDecoder& operator=(const PngDecoder&) = delete;

    /// Stored: indices instead of a palette's colours, and few bits in a byte each as they are.
    enum class Values { Expanded, Stored };
    bool start(Values values = Values::Expanded);
    int width() const { return int(png_get_image_width(m_png, m_info)); }
    int height() const { return int(png_get_image_height(m_png, m_info)); }
    int channels() const { return png_get_channels(m_png, m_info); }
    Depth depth() const { return png_get_bit_depth(m_png, m_info) == 16 ? Depth::U16 : Depth::U8; }
    /// 0xRRGGBB by index; empty where there is none.
    std::vector<std::uint32_t> palette() const;
    std::size_t rowBytes() const { return png_get_rowbytes(m_png, m_info); }
    /// One pointer for each row.
    bool readRows(png_bytepp rows);
    Error error() const;

private:
    static void onError(png_structp png, png_const_charp text);
    static void onWarning(png_structp png, png_const_charp text);
    static void onRead(png_structp png, png_bytep target, std::size_t count);

    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    std::jmp_buf m_escape;
    std::span<const std::byte> m_left; ///< of the file
    bool m_fileEnded = false;
    char m_text[128]{};
};

} // namespace graft::imaging
