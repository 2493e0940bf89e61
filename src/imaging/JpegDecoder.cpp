#include "imaging/JpegDecoder.h"

#include <algorithm>

#include <jerror.h>

namespace graft::imaging {
namespace {

/// Encoders write about ten scans, and each costs a pass over the whole image.
constexpr int kMostScans = 100;
/// Scans × pixels that are decoded at most: ten passes over the largest image allowed.
constexpr std::int64_t kMostPasses = 10;

} // namespace

// libjpeg reports through callbacks that must not return. Between setjmp and longjmp lie only libjpeg's
// frames and our callbacks, which own nothing.
JpegDecoder::JpegDecoder(std::span<const std::byte> file, const DecodeLimits& limits) : m_limits(limits) {
    m_jpeg.err = jpeg_std_error(&m_errors);
    m_errors.error_exit = onError;
    m_errors.emit_message = onMessage;
    m_jpeg.client_data = this;
    if (setjmp(m_escape))
        return;
    jpeg_create_decompress(&m_jpeg); // clears the struct, keeps err and client_data
    m_progress.progress_monitor = onProgress;
    m_jpeg.progress = &m_progress;
    jpeg_mem_src(&m_jpeg, reinterpret_cast<const unsigned char*>(file.data()), file.size());
}

JpegDecoder::~JpegDecoder() {
    jpeg_destroy_decompress(&m_jpeg);
}

bool JpegDecoder::start(int eighths) {
    if (m_trouble != Trouble::None || setjmp(m_escape))
        return false;
    begin(eighths);
    return true;
}

bool JpegDecoder::readRows(std::span<std::byte> pixels) {
    if (setjmp(m_escape))
        return false;
    readAll(pixels.data());
    checkEnd();
    return true;
}

void JpegDecoder::begin(int eighths) {
    jpeg_read_header(&m_jpeg, TRUE);
    switch (m_jpeg.num_components) {
    case 1:
        m_jpeg.out_color_space = JCS_GRAYSCALE;
        break;
    case 3:
        m_jpeg.out_color_space = JCS_EXT_RGB;
        break;
    case 4:
        m_jpeg.out_color_space = JCS_CMYK;
        break;
    default:
        giveUp(Trouble::Unsupported);
    }
    const std::int64_t pixels = std::int64_t(m_jpeg.image_width) * m_jpeg.image_height;
    // Several scans: all coefficients, 16 bits each, are kept until the last.
    const std::uint64_t perPixel =
        std::uint64_t(m_jpeg.num_components) * (jpeg_has_multiple_scans(&m_jpeg) ? 3 : 1);
    if (pixels > m_limits.pixels || std::uint64_t(pixels) > m_limits.decodedBytes / perPixel)
        giveUp(Trouble::Busywork);
    m_jpeg.scale_num = unsigned(eighths);
    m_jpeg.scale_denom = 8;
    jpeg_start_decompress(&m_jpeg);
}

void JpegDecoder::readAll(std::byte* pixels) {
    constexpr unsigned kRows = 16;
    const std::size_t stride = std::size_t(m_jpeg.output_width) * std::size_t(m_jpeg.output_components);
    while (m_jpeg.output_scanline < m_jpeg.output_height) {
        JSAMPROW rows[kRows];
        const unsigned count = std::min(kRows, m_jpeg.output_height - m_jpeg.output_scanline);
        for (unsigned i = 0; i < count; ++i)
            rows[i] = reinterpret_cast<JSAMPROW>(pixels + (m_jpeg.output_scanline + i) * stride);
        jpeg_read_scanlines(&m_jpeg, rows, count);
    }
}

void JpegDecoder::checkEnd() {
    // What an image of several scans, or an arithmetic-coded one, lacks cannot be told from its warnings.
    if (m_dataMissing || (m_fileEnded && (jpeg_has_multiple_scans(&m_jpeg) || m_jpeg.arith_code)))
        giveUp(Trouble::Damaged);
}

Error JpegDecoder::error() const {
    switch (m_trouble) {
    case Trouble::Unsupported:
        return unsupportedKind("JPEG", m_text);
    case Trouble::Busywork:
        return {translate("Imaging", "The image is damaged, or made to keep a program busy."),
                "JPEG: " + std::to_string(m_jpeg.input_scan_number) + " scans of " +
                    std::to_string(m_jpeg.image_width) + " x " + std::to_string(m_jpeg.image_height)};
    case Trouble::None:
    case Trouble::Damaged:
        break;
    }
    return m_fileEnded ? cutShort() : damaged("JPEG", m_dataMissing ? "compressed data are missing" : m_text);
}

void JpegDecoder::giveUp(Trouble trouble) {
    m_trouble = trouble;
    std::longjmp(m_escape, 1);
}

void JpegDecoder::onError(j_common_ptr jpeg) {
    auto& self = *static_cast<JpegDecoder*>(jpeg->client_data);
    jpeg->err->format_message(jpeg, self.m_text);
    self.giveUp(Trouble::Damaged);
}

void JpegDecoder::onMessage(j_common_ptr jpeg, int level) {
    if (level < 0) {
        ++jpeg->err->num_warnings;
        static_cast<JpegDecoder*>(jpeg->client_data)->noticeWarning(jpeg->err->msg_code);
    }
}

void JpegDecoder::noticeWarning(int code) {
    if (code == JWRN_JPEG_EOF)
        m_fileEnded = true;
    // Some encoders pad the very last blocks badly before they end the file properly; nobody sees it.
    const bool lastRow = m_jpeg.input_iMCU_row + 1 >= m_jpeg.total_iMCU_rows;
    if (code == JWRN_HIT_MARKER && (m_fileEnded || !lastRow))
        m_dataMissing = true;
}

void JpegDecoder::onProgress(j_common_ptr jpeg) {
    static_cast<JpegDecoder*>(jpeg->client_data)->checkWork();
}

void JpegDecoder::checkWork() {
    const std::int64_t scans = m_jpeg.input_scan_number;
    const std::int64_t pixels = std::int64_t(m_jpeg.image_width) * m_jpeg.image_height;
    if (scans > kMostScans || (scans > 1 && scans * pixels > kMostPasses * m_limits.pixels))
        giveUp(Trouble::Busywork);
}

} // namespace graft::imaging
