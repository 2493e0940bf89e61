#include "imaging/TiffBlocks.h"

#include <algorithm>

namespace graft::imaging {

namespace {

std::optional<TiffBlocks::Kind> storedKind(const TiffLayout& layout) {
    if ((!layout.grey() && layout.photometric != PHOTOMETRIC_RGB) ||
        layout.photometric == PHOTOMETRIC_MINISWHITE)
        return std::nullopt;
    if (layout.format == SAMPLEFORMAT_IEEEFP)
        return layout.bits == 32 ? std::optional(TiffBlocks::Kind::F32) : std::nullopt;
    if (layout.format != SAMPLEFORMAT_UINT && layout.format != SAMPLEFORMAT_VOID)
        return std::nullopt;
    if (layout.bits == 8)
        return TiffBlocks::Kind::U8;
    return layout.bits == 16 ? std::optional(TiffBlocks::Kind::U16) : std::nullopt;
}

int bytesOf(TiffBlocks::Kind kind) {
    return kind == TiffBlocks::Kind::U8 ? 1 : kind == TiffBlocks::Kind::U16 ? 2 : 4;
}

} // namespace

std::optional<TiffBlocks> TiffBlocks::of(TIFF* tiff, const TiffLayout& layout, std::uint64_t mostBytes) {
    TiffBlocks blocks;
    blocks.m_tiff = tiff;
    blocks.m_layout = layout;
    blocks.m_tiled = TIFFIsTiled(tiff) != 0;
    const auto kind = storedKind(layout);
    const int channels = layout.samples - int(layout.alphaSample >= 0);
    // Read as they follow each other, with alpha behind them.
    if (kind && ((layout.alphaSample >= 0 && layout.alphaSample < channels) || channels > kMostBands))
        return std::nullopt;
    blocks.m_converted = !kind || (layout.samples < 3 && !layout.grey());
    // libtiff converts to 8 bits; what has more would lose them.
    if (blocks.m_converted && layout.bits > 8)
        return std::nullopt;
    // Plane after plane, each row of a strip would be unpacked from its start.
    if (!blocks.m_tiled && !blocks.m_converted && layout.separate)
        return std::nullopt;
    blocks.m_kind = kind.value_or(Kind::U8);
    blocks.m_channels = blocks.m_converted ? 3 : channels;
    std::uint32_t across = std::uint32_t(layout.width);
    std::uint32_t down = 1;
    if (blocks.m_tiled) {
        TIFFGetField(tiff, TIFFTAG_TILEWIDTH, &across);
        TIFFGetField(tiff, TIFFTAG_TILELENGTH, &down);
    } else if (blocks.m_converted) {
        TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &down);
        down = std::min(down, std::uint32_t(layout.height));
    }
    std::uint32_t rowsPerStrip = 1;
    if (!blocks.m_tiled)
        TIFFGetFieldDefaulted(tiff, TIFFTAG_ROWSPERSTRIP, &rowsPerStrip);
    blocks.m_rowsPerStrip = int(std::clamp(rowsPerStrip, 1u, std::uint32_t(std::max(layout.height, 1))));
    constexpr std::uint32_t kLargestSide = 1u << 20;
    if (across == 0 || down == 0 || across > kLargestSide || down > kLargestSide)
        return std::nullopt;
    blocks.m_across = int(across);
    blocks.m_down = int(down);
    const std::uint64_t pixels = std::uint64_t(across) * down;
    if (blocks.m_converted) {
        blocks.m_rowBytes = std::size_t(across) * 4;
    } else {
        const tmsize_t row = blocks.m_tiled ? TIFFTileRowSize(tiff) : TIFFScanlineSize(tiff);
        const auto wanted = std::size_t(across) * std::size_t(layout.separate ? 1 : layout.samples) *
                            std::size_t(bytesOf(blocks.m_kind));
        if (row <= 0 || std::size_t(row) < wanted)
            return std::nullopt;
        blocks.m_rowBytes = std::size_t(row);
    }
    const std::uint64_t bytes = std::uint64_t(blocks.m_rowBytes) * down;
    if (pixels > mostBytes || bytes > mostBytes ||
        (blocks.m_tiled && !blocks.m_converted && std::uint64_t(TIFFTileSize(tiff)) != bytes))
        return std::nullopt;
    blocks.m_block.resize(std::size_t(bytes));
    return blocks;
}

TiffBlocks::Piece TiffBlocks::piece(const std::byte* samples, int x, int y, int count, int plane) const {
    if (m_converted)
        return {samples, x, y, count, 4, 0, 3};
    if (m_layout.separate)
        return {samples, x, y, count, 1, plane, 1};
    return {samples, x, y, count, m_layout.samples, 0, m_channels};
}

bool TiffBlocks::readRows(int y, int left, int right, const std::function<void(const Piece&)>& take) {
    if (m_converted && !m_tiled)
        return readConvertedStrip(y, take);
    const int planes = m_layout.separate && !m_converted ? m_channels : 1;
    const int first = m_tiled ? left / m_across * m_across : 0;
    for (int plane = 0; plane < planes; ++plane)
        for (int x = first; x < (m_tiled ? right : 1); x += m_across) {
            const bool read = !m_tiled      ? readStripRow(y, plane, take)
                              : m_converted ? readConvertedTile(x, y, take)
                                            : readTile(x, y, plane, take);
            if (!read)
                return false;
        }
    return true;
}

bool TiffBlocks::readTile(int x, int y, int plane, const std::function<void(const Piece&)>& take) {
    const tmsize_t got =
        TIFFReadTile(m_tiff, m_block.data(), std::uint32_t(x), std::uint32_t(y), 0, std::uint16_t(plane));
    if (got < tmsize_t(m_block.size()))
        return false;
    const int rows = std::min(m_down, m_layout.height - y);
    const int columns = std::min(m_across, m_layout.width - x);
    for (int row = 0; row < rows; ++row)
        take(piece(m_block.data() + std::size_t(row) * m_rowBytes, x, y + row, columns, plane));
    return true;
}

// A packed strip can only be unpacked from its start.
bool TiffBlocks::readStripRow(int y, int plane, const std::function<void(const Piece&)>& take) {
    int row = y == m_nextRow ? y : y / m_rowsPerStrip * m_rowsPerStrip;
    for (; row <= y; ++row)
        if (TIFFReadScanline(m_tiff, m_block.data(), std::uint32_t(row), std::uint16_t(plane)) < 0)
            return false;
    m_nextRow = row;
    take(piece(m_block.data(), 0, y, m_layout.width, plane));
    return true;
}

// libtiff gives converted blocks with the last row first, and of a tile at the border the rows that there are
// at the end.
bool TiffBlocks::readConvertedTile(int x, int y, const std::function<void(const Piece&)>& take) {
    auto* raster = reinterpret_cast<std::uint32_t*>(m_block.data());
    if (!TIFFReadRGBATileExt(m_tiff, std::uint32_t(x), std::uint32_t(y), raster, 1))
        return false;
    const int rows = std::min(m_down, m_layout.height - y);
    const int columns = std::min(m_across, m_layout.width - x);
    for (int row = 0; row < rows; ++row)
        take(piece(m_block.data() + std::size_t(m_down - 1 - row) * m_rowBytes, x, y + row, columns, 0));
    return true;
}

bool TiffBlocks::readConvertedStrip(int y, const std::function<void(const Piece&)>& take) {
    auto* raster = reinterpret_cast<std::uint32_t*>(m_block.data());
    if (!TIFFReadRGBAStripExt(m_tiff, std::uint32_t(y), raster, 1))
        return false;
    const int rows = std::min(m_down, m_layout.height - y);
    for (int row = 0; row < rows; ++row)
        take(piece(m_block.data() + std::size_t(rows - 1 - row) * m_rowBytes, 0, y + row, m_layout.width, 0));
    return true;
}

} // namespace graft::imaging
