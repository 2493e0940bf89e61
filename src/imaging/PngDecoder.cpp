#include "imaging/PngDecoder.h"

#include <bit>
#include <cstring>

namespace graft::imaging {

// libpng reports through callbacks that must not return. Between setjmp and longjmp lie only libpng's frames
// and our callbacks, which own nothing.
PngDecoder::PngDecoder(std::span<const std::byte> file) : m_left(file) {
    m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, onError, onWarning);
    if (!m_png)
        return;
    m_info = png_create_info_struct(m_png);
    png_set_read_fn(m_png, this, onRead);
    // Sizes are checked before; metadata are not worth more than this.
    png_set_user_limits(m_png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_chunk_malloc_max(m_png, 4'000'000);
}

PngDecoder::~PngDecoder() {
    png_destroy_read_struct(&m_png, &m_info, nullptr);
}

bool PngDecoder::start(Values values) {
    if (!m_png || !m_info || setjmp(m_escape))
        return false;
    png_read_info(m_png, m_info);
    if (values == Values::Stored)
        png_set_packing(m_png);
    else
        png_set_expand(m_png);
    if (png_get_color_type(m_png, m_info) == PNG_COLOR_TYPE_GRAY_ALPHA ||
        (png_get_color_type(m_png, m_info) == PNG_COLOR_TYPE_GRAY &&
         png_get_valid(m_png, m_info, PNG_INFO_tRNS)))
        png_set_gray_to_rgb(m_png);
    if (std::endian::native == std::endian::little)
        png_set_swap(m_png);
    png_set_interlace_handling(m_png);
    png_read_update_info(m_png, m_info);
    return true;
}

std::vector<std::uint32_t> PngDecoder::palette() const {
    png_colorp entries = nullptr;
    int count = 0;
    if (png_get_PLTE(m_png, m_info, &entries, &count) == 0 ||
        png_get_color_type(m_png, m_info) != PNG_COLOR_TYPE_PALETTE)
        return {};
    std::vector<std::uint32_t> colours;
    for (int i = 0; i < count; ++i)
        colours.push_back(std::uint32_t(entries[i].red) << 16 | std::uint32_t(entries[i].green) << 8 |
                          entries[i].blue);
    return colours;
}

bool PngDecoder::readRows(png_bytepp rows) {
    if (setjmp(m_escape))
        return false;
    png_read_image(m_png, rows);
    return true;
}

Error PngDecoder::error() const {
    if (!m_png || !m_info)
        return outOfMemory("libpng");
    return m_fileEnded ? cutShort() : damaged("PNG", m_text);
}

void PngDecoder::onError(png_structp png, png_const_charp text) {
    auto& self = *static_cast<PngDecoder*>(png_get_error_ptr(png));
    std::strncpy(self.m_text, text, sizeof self.m_text - 1);
    std::longjmp(self.m_escape, 1);
}

void PngDecoder::onWarning(png_structp, png_const_charp) {}

void PngDecoder::onRead(png_structp png, png_bytep target, std::size_t count) {
    auto& self = *static_cast<PngDecoder*>(png_get_io_ptr(png));
    if (count > self.m_left.size()) {
        self.m_fileEnded = true;
        png_error(png, "the file ends too early");
    }
    std::memcpy(target, self.m_left.data(), count);
    self.m_left = self.m_left.subspan(count);
}

} // namespace graft::imaging
