#pragma once

#include "imaging/Formats.h"

#include <memory>

#include <tiffio.h>

namespace graft::imaging {

/// How the pixels of the first picture of a TIFF file are laid down.
struct TiffLayout {
    int width = 0;
    int height = 0;
    int bits = 1;    ///< per sample
    int samples = 1; ///< per pixel
    int format = SAMPLEFORMAT_UINT;
    int photometric = PHOTOMETRIC_MINISBLACK;
    bool separate = false; ///< a plane per sample
    int alphaSample = -1;  ///< which one, if any
    bool premultiplied = false;

    bool grey() const {
        return photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE;
    }
    /// Grey or RGB of 8 and more bits. The rest (palettes, bits, YCbCr, CMYK, L*a*b*) is left to libtiff's
    /// own conversion to 8-bit RGBA.
    bool readableAsStored() const;
};

/// Of the current directory.
TiffLayout layoutOf(TIFF* tiff);

/// A TIFF file in memory. libtiff's messages end here; it prints nothing.
class TiffFile {
public:
    TiffFile(std::span<const std::byte> bytes, const DecodeLimits& limits);
    TiffFile(const TiffFile&) = delete;
    TiffFile& operator=(const TiffFile&) = delete;

    explicit operator bool() const { return m_tiff != nullptr; }
    TIFF* get() const { return m_tiff.get(); }
    TiffLayout layout() const { return layoutOf(m_tiff.get()); }
    /// The last thing libtiff complained about.
    const std::string& problem() const { return m_problem; }

private:
    struct Close {
        void operator()(TIFF* tiff) const { TIFFClose(tiff); }
    };

    static int onError(TIFF*, void* self, const char* module, const char* format, va_list arguments);
    static tmsize_t read(thandle_t self, void* target, tmsize_t count);
    static toff_t seek(thandle_t self, toff_t offset, int whence);

    std::span<const std::byte> m_bytes;
    std::uint64_t m_at = 0;
    std::string m_problem;
    std::unique_ptr<TIFF, Close> m_tiff;
};

/// The samples as they are: 8 and 16-bit unsigned kept (9 to 15 bits in 16), all others as float.
Result<Image> readTiffSamples(const TiffFile& file, const TiffLayout& layout, const DecodeLimits& limits);
Result<Image> readTiffRgba(const TiffFile& file, const TiffLayout& layout, const DecodeLimits& limits);

/// Divides the colours of an RGBA image by its alpha.
Image withoutPremultiplication(const Image& image);

} // namespace graft::imaging
