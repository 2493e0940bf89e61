#include "imaging/TiffFile.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace graft::imaging {
namespace {

template <typename Value>
int field(TIFF* tiff, ttag_t tag) {
    Value value = 0;
    TIFFGetFieldDefaulted(tiff, tag, &value);
    return int(std::min<std::uint64_t>(value, 0x7FFFFFFF));
}

} // namespace

bool TiffLayout::readableAsStored() const {
    if ((!grey() && photometric != PHOTOMETRIC_RGB) || bits < 8)
        return false;
    if (format == SAMPLEFORMAT_IEEEFP)
        return bits == 16 || bits == 32 || bits == 64;
    const bool integer =
        format == SAMPLEFORMAT_UINT || format == SAMPLEFORMAT_INT || format == SAMPLEFORMAT_VOID;
    return integer && (bits == 8 || bits == 16 || bits == 32 || (bits > 8 && bits < 16));
}

TiffFile::TiffFile(std::span<const std::byte> bytes, const DecodeLimits& limits) : m_bytes(bytes) {
    const auto write = [](thandle_t, void*, tmsize_t) -> tmsize_t { return 0; };
    const auto close = [](thandle_t) { return 0; };
    const auto size = [](thandle_t self) { return toff_t(static_cast<TiffFile*>(self)->m_bytes.size()); };
    const auto free = [](TIFFOpenOptions* options) { TIFFOpenOptionsFree(options); };
    const std::unique_ptr<TIFFOpenOptions, decltype(free)> options(TIFFOpenOptionsAlloc(), free);
    if (!options)
        return;
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), onError, this);
    TIFFOpenOptionsSetWarningHandlerExtR(
        options.get(), [](TIFF*, void*, const char*, const char*, va_list) { return 1; }, nullptr);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(),
                                        tmsize_t(std::min<std::uint64_t>(limits.decodedBytes, 1ull << 40)));
    m_tiff.reset(TIFFClientOpenExt("memory", "rm", this, read, write, seek, close, size, nullptr, nullptr,
                                   options.get()));
}

TiffLayout layoutOf(TIFF* tiff) {
    TiffLayout layout;
    layout.width = field<std::uint32_t>(tiff, TIFFTAG_IMAGEWIDTH);
    layout.height = field<std::uint32_t>(tiff, TIFFTAG_IMAGELENGTH);
    layout.bits = field<std::uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE);
    layout.samples = field<std::uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL);
    layout.format = field<std::uint16_t>(tiff, TIFFTAG_SAMPLEFORMAT);
    std::uint16_t photometric = 0;
    if (TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &photometric))
        layout.photometric = photometric;
    else
        layout.photometric = layout.samples >= 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK;
    layout.separate =
        layout.samples > 1 && field<std::uint16_t>(tiff, TIFFTAG_PLANARCONFIG) == PLANARCONFIG_SEPARATE;
    std::uint16_t extras = 0;
    std::uint16_t* kinds = nullptr;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_EXTRASAMPLES, &extras, &kinds);
    for (int i = 0; kinds && i < extras && layout.alphaSample < 0; ++i)
        if (kinds[i] == EXTRASAMPLE_ASSOCALPHA || kinds[i] == EXTRASAMPLE_UNASSALPHA) {
            layout.alphaSample = layout.samples - extras + i;
            layout.premultiplied = kinds[i] == EXTRASAMPLE_ASSOCALPHA;
        }
    return layout;
}

int TiffFile::onError(TIFF*, void* self, const char* module, const char* format, va_list arguments) {
    char text[256];
    std::vsnprintf(text, sizeof text, format, arguments);
    static_cast<TiffFile*>(self)->m_problem = std::string(module ? module : "") + ": " + text;
    return 1;
}

tmsize_t TiffFile::read(thandle_t self, void* target, tmsize_t count) {
    auto& file = *static_cast<TiffFile*>(self);
    if (file.m_at >= file.m_bytes.size() || count <= 0)
        return 0;
    const std::size_t given = std::min<std::size_t>(std::size_t(count), file.m_bytes.size() - file.m_at);
    std::memcpy(target, file.m_bytes.data() + file.m_at, given);
    file.m_at += given;
    return tmsize_t(given);
}

toff_t TiffFile::seek(thandle_t self, toff_t offset, int whence) {
    auto& file = *static_cast<TiffFile*>(self);
    file.m_at = whence == SEEK_SET   ? offset
                : whence == SEEK_CUR ? file.m_at + offset
                                     : file.m_bytes.size() + offset;
    return file.m_at;
}

} // namespace graft::imaging
