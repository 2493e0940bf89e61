#include "imaging/Decode.h"
#include "imaging/Transform.h"

#include <csetjmp>
#include <cstdio> // before jpeglib.h, which needs it
#include <cstdlib>
#include <cstring>

#include <jpeglib.h>

namespace graft::imaging {
namespace {

/// One pass of libjpeg into memory.
class JpegEncoder {
public:
    JpegEncoder() {
        m_jpeg.err = jpeg_std_error(&m_errors);
        m_errors.error_exit = [](j_common_ptr jpeg) {
            auto& self = *static_cast<JpegEncoder*>(jpeg->client_data);
            jpeg->err->format_message(jpeg, self.m_text);
            std::longjmp(self.m_escape, 1);
        };
        m_errors.emit_message = [](j_common_ptr, int) {};
        m_jpeg.client_data = this;
    }
    ~JpegEncoder() {
        jpeg_destroy_compress(&m_jpeg);
        std::free(m_bytes);
    }
    JpegEncoder(const JpegEncoder&) = delete;
    JpegEncoder& operator=(const JpegEncoder&) = delete;

    // Between setjmp and longjmp lie only libjpeg's frames, which own nothing of ours.
    bool encode(const Image& image, int quality) {
        if (setjmp(m_escape))
            return false;
        jpeg_create_compress(&m_jpeg);
        jpeg_mem_dest(&m_jpeg, &m_bytes, &m_size);
        m_jpeg.image_width = unsigned(image.width());
        m_jpeg.image_height = unsigned(image.height());
        m_jpeg.input_components = image.channels();
        m_jpeg.in_color_space = image.channels() == 1 ? JCS_GRAYSCALE : JCS_RGB;
        jpeg_set_defaults(&m_jpeg);
        jpeg_set_quality(&m_jpeg, quality, TRUE);
        jpeg_start_compress(&m_jpeg, TRUE);
        const std::size_t stride = std::size_t(image.width()) * std::size_t(image.channels());
        while (m_jpeg.next_scanline < m_jpeg.image_height) {
            auto* row = const_cast<JSAMPROW>(image.u8() + m_jpeg.next_scanline * stride);
            jpeg_write_scanlines(&m_jpeg, &row, 1);
        }
        jpeg_finish_compress(&m_jpeg);
        return true;
    }
    std::span<const unsigned char> bytes() const { return {m_bytes, m_size}; }
    const char* text() const { return m_text; }

private:
    jpeg_compress_struct m_jpeg{};
    jpeg_error_mgr m_errors{};
    std::jmp_buf m_escape;
    unsigned char* m_bytes = nullptr;
    unsigned long m_size = 0;
    char m_text[JMSG_LENGTH_MAX]{};
};

} // namespace

Result<std::vector<std::byte>> encodeJpeg(const Image& image, int quality) {
    const bool writable =
        image.depth() == Depth::U8 && image.channels() != 4 && image.content() == Content::Colours;
    const Image source = writable ? image : toRgb8(image);
    JpegEncoder encoder;
    if (!encoder.encode(source, quality))
        return Error{translate("Imaging", "The image cannot be written as JPEG."), encoder.text()};
    const auto encoded = std::as_bytes(encoder.bytes());
    return std::vector<std::byte>(encoded.begin(), encoded.end());
}

} // namespace graft::imaging
