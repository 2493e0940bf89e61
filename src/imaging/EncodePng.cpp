#include "imaging/Decode.h"
#include "imaging/Transform.h"

#include <bit>
#include <csetjmp>

#include <png.h>

namespace graft::imaging {
namespace {

/// One pass of libpng into memory.
class PngEncoder {
public:
    PngEncoder() {
        const auto fail = [](png_structp png, png_const_charp) {
            std::longjmp(static_cast<PngEncoder*>(png_get_error_ptr(png))->m_escape, 1);
        };
        m_png =
            png_create_write_struct(PNG_LIBPNG_VER_STRING, this, fail, [](png_structp, png_const_charp) {});
        m_info = m_png ? png_create_info_struct(m_png) : nullptr;
    }
    ~PngEncoder() { png_destroy_write_struct(&m_png, &m_info); }
    PngEncoder(const PngEncoder&) = delete;
    PngEncoder& operator=(const PngEncoder&) = delete;

    // Between setjmp and longjmp lie only libpng's frames and append(), which reports instead of throwing.
    bool encode(const Image& image) {
        if (!m_png || !m_info || setjmp(m_escape))
            return false;
        const int colour = image.channels() == 1   ? PNG_COLOR_TYPE_GRAY
                           : image.channels() == 3 ? PNG_COLOR_TYPE_RGB
                                                   : PNG_COLOR_TYPE_RGB_ALPHA;
        png_set_write_fn(m_png, this, append, [](png_structp) {});
        png_set_IHDR(m_png, m_info, unsigned(image.width()), unsigned(image.height()),
                     image.depth() == Depth::U16 ? 16 : 8, colour, PNG_INTERLACE_NONE,
                     PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_set_compression_level(m_png, 3); // half the time of the default for a few percent of size
        png_write_info(m_png, m_info);
        if (image.depth() == Depth::U16 && std::endian::native == std::endian::little)
            png_set_swap(m_png);
        const std::size_t stride = image.bytes() / std::size_t(image.height());
        for (int y = 0; y < image.height(); ++y)
            png_write_row(m_png, reinterpret_cast<png_const_bytep>(image.data()) + std::size_t(y) * stride);
        png_write_end(m_png, nullptr);
        return true;
    }
    std::vector<std::byte> take() { return std::move(m_bytes); }

private:
    static void append(png_structp png, png_bytep bytes, std::size_t count) {
        if (!static_cast<PngEncoder*>(png_get_io_ptr(png))->add(std::as_bytes(std::span(bytes, count))))
            png_error(png, "no memory");
    }
    bool add(std::span<const std::byte> bytes) {
        try {
            m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
            return true;
        } catch (const std::bad_alloc&) {
            return false;
        }
    }

    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    std::jmp_buf m_escape;
    std::vector<std::byte> m_bytes;
};

} // namespace

Result<std::vector<std::byte>> encodePng(const Image& image) {
    const bool writable = image.depth() != Depth::F32 && image.content() == Content::Colours;
    const Image source = writable ? image : toRgb8(image);
    PngEncoder encoder;
    if (!encoder.encode(source))
        return Error{translate("Imaging", "The image cannot be written as PNG.")};
    return encoder.take();
}

} // namespace graft::imaging
