#include "imaging/TiffFile.h"

#include <algorithm>

namespace graft::imaging {
namespace {

/// libtiff's conversion of one picture, ended with it.
class Conversion {
public:
    explicit Conversion(TIFF* tiff) { m_begun = TIFFRGBAImageBegin(&m_image, tiff, 1, m_text) != 0; }
    ~Conversion() {
        if (m_begun)
            TIFFRGBAImageEnd(&m_image);
    }
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;

    explicit operator bool() const { return m_begun; }
    const char* text() const { return m_text; }
    bool alpha() const { return m_image.alpha != 0; }
    /// In the order of the file: orientations are applied by us.
    bool read(std::vector<std::uint32_t>& raster) {
        m_image.req_orientation = m_image.orientation;
        return TIFFRGBAImageGet(&m_image, raster.data(), m_image.width, m_image.height) != 0;
    }

private:
    TIFFRGBAImage m_image{};
    char m_text[1024]{};
    bool m_begun = false;
};

bool allGrey(const std::vector<std::uint32_t>& raster) {
    return std::ranges::all_of(
        raster, [](std::uint32_t p) { return TIFFGetR(p) == TIFFGetG(p) && TIFFGetG(p) == TIFFGetB(p); });
}

} // namespace

Result<Image> readTiffRgba(const TiffFile& file, const TiffLayout& layout, const DecodeLimits& limits) {
    Conversion conversion(file.get());
    if (!conversion)
        return unsupportedKind("TIFF", conversion.text());
    const std::size_t count = std::size_t(layout.width) * std::size_t(layout.height);
    if (count > limits.decodedBytes / 4)
        return outOfMemory("TIFF: more than decodedBytes as RGBA");
    std::vector<std::uint32_t> raster(count);
    if (!conversion.read(raster))
        return damaged("TIFF", file.problem());
    const bool oneSample = layout.samples == 1; // black and white, grey, or a palette of either or of colours
    const std::size_t channels = conversion.alpha() ? 4 : oneSample && allGrey(raster) ? 1 : 3;
    std::vector<std::byte> pixels(count * channels);
    std::byte* out = pixels.data();
    for (const std::uint32_t pixel : raster)
        for (std::size_t c = 0; c < channels; ++c)
            *out++ = std::byte(pixel >> (8 * c));
    Image image(layout.width, layout.height, int(channels), Depth::U8, std::move(pixels));
    return conversion.alpha() ? withoutPremultiplication(image) : image;
}

} // namespace graft::imaging
