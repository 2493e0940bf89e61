#include "imaging/TiffFile.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace graft::imaging {
namespace {

/// IEEE 754 binary16.
struct Half {
    std::uint16_t bits;
    explicit operator float() const {
        const float sign = bits & 0x8000 ? -1.0f : 1.0f;
        const int exponent = bits >> 10 & 31, fraction = bits & 1023;
        if (exponent == 31)
            return fraction ? std::numeric_limits<float>::quiet_NaN()
                            : sign * std::numeric_limits<float>::infinity();
        return sign * (exponent ? std::ldexp(float(fraction + 1024), exponent - 25)
                                : std::ldexp(float(fraction), -24));
    }
};

/// Which stored sample becomes each channel of the Image, and what the channels are: grey and RGB with or
/// without alpha, or bands, of which alpha is none.
struct Sources {
    std::vector<int> samples;
    Content content = Content::Colours;
};

Sources channelSources(const TiffLayout& layout) {
    const int alpha = layout.alphaSample < layout.samples ? layout.alphaSample : -1;
    std::vector<int> samples;
    for (int sample = 0; sample < std::min(layout.samples, kMostBands + 2); ++sample)
        if (sample != alpha)
            samples.push_back(sample);
    if (samples.size() != 1 && samples.size() != 3)
        return {std::move(samples), Content::Bands};
    if (alpha >= 0) {
        samples.resize(3, samples.front());
        samples.push_back(alpha);
    }
    return {std::move(samples)};
}

/// Numbers of `bits` bits, the highest first, as they lie packed in a row.
void unpackBits(const std::byte* row, std::size_t count, int bits, std::uint16_t* out) {
    std::uint32_t held = 0;
    int available = 0;
    for (std::size_t i = 0; i < count; ++i) {
        for (; available < bits; available += 8)
            held = held << 8 | std::uint32_t(*row++);
        available -= bits;
        out[i] = std::uint16_t(held >> available & ((1u << bits) - 1));
    }
}

/// Takes rows of stored samples to their places in the Image.
template <typename Stored, typename Sample>
class Placer {
public:
    Placer(const TiffLayout& layout, Sources sources)
        : m_layout(layout), m_sources(std::move(sources.samples)), m_content(sources.content),
          m_pixels(std::size_t(layout.width) * std::size_t(layout.height) * m_sources.size() *
                   sizeof(Sample)) {}

    /// `count` pixels from (x, y) on; `plane` where every sample has its own.
    void place(const std::byte* row, int x, int y, int count, int plane) {
        if (m_layout.bits > 8 && m_layout.bits < 16) {
            m_unpacked.resize(std::size_t(count) * std::size_t(stride()));
            unpackBits(row, m_unpacked.size(), m_layout.bits, m_unpacked.data());
            row = reinterpret_cast<const std::byte*>(m_unpacked.data());
        }
        const std::size_t channels = m_sources.size();
        std::byte* out = m_pixels.data() + (std::size_t(y) * std::size_t(m_layout.width) + std::size_t(x)) *
                                               channels * sizeof(Sample);
        for (int i = 0; i < count; ++i, out += channels * sizeof(Sample))
            for (std::size_t c = 0; c < channels; ++c) {
                if (m_layout.separate && m_sources[c] != plane)
                    continue;
                const Sample sample = converted(row, i * stride() + (m_layout.separate ? 0 : m_sources[c]));
                std::memcpy(out + c * sizeof(Sample), &sample, sizeof(Sample));
            }
    }

    Image image(Depth depth) {
        Image image(m_layout.width, m_layout.height, int(m_sources.size()), depth, std::move(m_pixels),
                    m_content);
        return m_layout.premultiplied && image.hasAlpha() ? withoutPremultiplication(image) : image;
    }

private:
    int stride() const { return m_layout.separate ? 1 : m_layout.samples; }
    Sample converted(const std::byte* row, int index) const {
        Stored stored;
        std::memcpy(&stored, row + std::size_t(index) * sizeof(Stored), sizeof(Stored));
        const auto sample = Sample(stored);
        if (m_layout.photometric != PHOTOMETRIC_MINISWHITE)
            return sample;
        if constexpr (std::is_floating_point_v<Sample>)
            return -sample;
        return Sample((1u << m_layout.bits) - 1 - sample);
    }

    const TiffLayout& m_layout;
    std::vector<int> m_sources;
    Content m_content;
    std::vector<std::byte> m_pixels;
    std::vector<std::uint16_t> m_unpacked;
};

/// Reads every tile or strip, and gives each of its rows to `place`.
template <typename Place>
bool readBlocks(TIFF* tiff, const TiffLayout& layout, std::uint64_t mostBytes, const Place& place) {
    const bool tiled = TIFFIsTiled(tiff) != 0;
    std::uint32_t across = std::uint32_t(layout.width), down = 0;
    if (tiled) {
        TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &across);
        TIFFGetField(tiff, TIFFTAG_TILELENGTH, &down);
    } else {
        TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &down);
    }
    down = std::min(down, tiled ? down : std::uint32_t(layout.height));
    const tmsize_t blockBytes = tiled ? TIFFTileSize(tiff) : TIFFStripSize(tiff);
    const tmsize_t rowBytes = tiled ? TIFFTileRowSize(tiff) : TIFFScanlineSize(tiff);
    if (across == 0 || down == 0 || rowBytes <= 0 || blockBytes <= 0 || std::uint64_t(blockBytes) > mostBytes)
        return false;
    std::vector<std::byte> block{std::size_t(blockBytes)};
    for (int plane = 0; plane < (layout.separate ? layout.samples : 1); ++plane)
        for (std::int64_t y = 0; y < layout.height; y += down)
            for (std::int64_t x = 0; x < layout.width; x += across) {
                const int rows = int(std::min<std::int64_t>(down, layout.height - y));
                const int columns = int(std::min<std::int64_t>(across, layout.width - x));
                const tmsize_t wanted = rowBytes * rows;
                const tmsize_t got =
                    tiled
                        ? TIFFReadTile(tiff, block.data(), std::uint32_t(x), std::uint32_t(y), 0,
                                       std::uint16_t(plane))
                        : TIFFReadEncodedStrip(tiff,
                                               TIFFComputeStrip(tiff, std::uint32_t(y), std::uint16_t(plane)),
                                               block.data(), wanted);
                if (wanted > blockBytes || got < wanted)
                    return false;
                for (int row = 0; row < rows; ++row)
                    place(block.data() + row * rowBytes, int(x), int(y) + row, columns, plane);
            }
    return true;
}

template <typename Stored, typename Sample>
Result<Image> readAs(const TiffFile& file, const TiffLayout& layout, const DecodeLimits& limits,
                     Depth depth) {
    Sources sources = channelSources(layout);
    if (sources.samples.empty())
        return unsupportedKind("TIFF", "no samples");
    if (sources.content == Content::Bands && sources.samples.size() > std::size_t(kMostBands))
        return tooManyBands(layout.samples);
    const std::size_t pixelBytes = sources.samples.size() * sizeof(Sample);
    if (std::uint64_t(layout.width) * std::uint64_t(layout.height) > limits.decodedBytes / pixelBytes)
        return outOfMemory("TIFF: more than decodedBytes");
    const std::size_t stored = std::size_t(layout.separate ? 1 : layout.samples) * std::size_t(layout.bits);
    const auto rowBytes = (std::size_t(layout.width) * stored + 7) / 8;
    if (!TIFFIsTiled(file.get()) && std::size_t(TIFFScanlineSize(file.get())) < rowBytes)
        return damaged("TIFF", "rows shorter than the image");
    Placer<Stored, Sample> placer(layout, std::move(sources));
    const auto place = [&](const std::byte* row, int x, int y, int count, int plane) {
        placer.place(row, x, y, count, plane);
    };
    const bool whole = readBlocks(file.get(), layout, limits.decodedBytes, place);
    if (!whole)
        return damaged("TIFF", file.problem());
    return placer.image(depth);
}

template <typename Sample>
void divideByAlpha(Sample* pixel) {
    constexpr double most =
        std::is_floating_point_v<Sample> ? 1.0 : double(std::numeric_limits<Sample>::max());
    const double alpha = double(pixel[3]) / most;
    if (!(alpha > 0) || alpha >= 1)
        return;
    for (int c = 0; c < 3; ++c) {
        const double value = double(pixel[c]) / alpha;
        pixel[c] = std::is_floating_point_v<Sample> ? Sample(value) : Sample(std::min(most, value + 0.5));
    }
}

template <typename Sample>
void divideAll(std::vector<std::byte>& bytes) {
    for (std::size_t i = 0; i + 4 * sizeof(Sample) <= bytes.size(); i += 4 * sizeof(Sample)) {
        Sample pixel[4];
        std::memcpy(pixel, bytes.data() + i, sizeof pixel);
        divideByAlpha(pixel);
        std::memcpy(bytes.data() + i, pixel, sizeof pixel);
    }
}

} // namespace

Result<Image> readTiffSamples(const TiffFile& file, const TiffLayout& layout, const DecodeLimits& limits) {
    const int bits = layout.bits;
    switch (layout.format) {
    case SAMPLEFORMAT_IEEEFP:
        return bits == 16   ? readAs<Half, float>(file, layout, limits, Depth::F32)
               : bits == 32 ? readAs<float, float>(file, layout, limits, Depth::F32)
                            : readAs<double, float>(file, layout, limits, Depth::F32);
    case SAMPLEFORMAT_INT:
        if (bits > 8 && bits < 16)
            return unsupportedKind("TIFF", "signed numbers of " + std::to_string(bits) + " bits");
        return bits == 8    ? readAs<std::int8_t, float>(file, layout, limits, Depth::F32)
               : bits == 16 ? readAs<std::int16_t, float>(file, layout, limits, Depth::F32)
                            : readAs<std::int32_t, float>(file, layout, limits, Depth::F32);
    default:
        return bits == 8    ? readAs<std::uint8_t, std::uint8_t>(file, layout, limits, Depth::U8)
               : bits <= 16 ? readAs<std::uint16_t, std::uint16_t>(file, layout, limits, Depth::U16)
                            : readAs<std::uint32_t, float>(file, layout, limits, Depth::F32);
    }
}

Image withoutPremultiplication(const Image& image) {
    std::vector<std::byte> pixels(image.data(), image.data() + image.bytes());
    switch (image.depth()) {
    case Depth::U8:
        divideAll<std::uint8_t>(pixels);
        break;
    case Depth::U16:
        divideAll<std::uint16_t>(pixels);
        break;
    case Depth::F32:
        divideAll<float>(pixels);
        break;
    }
    return Image(image.width(), image.height(), image.channels(), image.depth(), std::move(pixels));
}

} // namespace graft::imaging
