#pragma once

#include "imaging/TiffFile.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace graft::imaging {

/// One picture of an open TIFF file, read block by block: tiles, or single rows of strips.
class TiffBlocks {
public:
    /// What a sample is, after libtiff's own conversion where the picture is not grey or RGB as stored.
    enum class Kind { U8, U16, F32 };

    /// Of the current directory. Nothing where the kind is not one of these, or a block is larger than
    /// `mostBytes`.
    static std::optional<TiffBlocks> of(TIFF* tiff, const TiffLayout& layout, std::uint64_t mostBytes);

    Kind kind() const { return m_kind; }
    /// Without alpha.
    int channels() const { return m_channels; }
    Content content() const { return contentOf(m_channels); }
    static Content contentOf(int channels) {
        return channels == 1 || channels == 3 ? Content::Colours : Content::Bands;
    }
    /// How many rows one call of readRows gives.
    int rows() const { return m_down; }

    /// Calls `take(samples, x, y, count, stride, channel, channels)` for the pieces of the rows of the block
    /// row that begins at `y`, as far as they lie in [left, right). Block rows of one call must follow each
    /// other downwards where the file has strips.
    struct Piece {
        const std::byte* samples; ///< of the first pixel, its first channel
        int x;
        int y;
        int count;
        int stride;       ///< samples from a pixel to the next
        int firstChannel; ///< that `samples` begins with
        int channels;     ///< that follow each other
    };
    bool readRows(int y, int left, int right, const std::function<void(const Piece&)>& take);

private:
    bool readTile(int x, int y, int plane, const std::function<void(const Piece&)>& take);
    bool readStripRow(int y, int plane, const std::function<void(const Piece&)>& take);
    bool readConvertedTile(int x, int y, const std::function<void(const Piece&)>& take);
    bool readConvertedStrip(int y, const std::function<void(const Piece&)>& take);
    Piece piece(const std::byte* samples, int x, int y, int count, int plane) const;

    TIFF* m_tiff = nullptr;
    TiffLayout m_layout;
    Kind m_kind = Kind::U8;
    int m_channels = 1;
    bool m_tiled = false;
    bool m_converted = false; ///< by libtiff, to 8-bit RGBA
    int m_across = 0;
    int m_down = 1;
    int m_rowsPerStrip = 1;
    int m_nextRow = -1; ///< of strips: that can be read without starting its strip anew
    std::size_t m_rowBytes = 0;
    std::vector<std::byte> m_block;
};

} // namespace graft::imaging
