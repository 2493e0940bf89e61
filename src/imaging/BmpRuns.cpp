#include "imaging/BmpPixels.h"
#include "imaging/ByteReader.h"

#include <algorithm>

namespace graft::imaging {
namespace {

/// The pen of BI_RLE8 and BI_RLE4: draws from left to right, row by row, and ignores what falls outside.
class Pen {
public:
    Pen(const BmpHeader& header, std::vector<std::uint8_t>& indices) : m_header(header), m_indices(indices) {}

    void draw(std::uint8_t index) {
        if (m_x >= m_header.width || m_row >= m_header.height)
            return;
        m_indices[std::size_t(m_header.row(m_row)) * std::size_t(m_header.width) + std::size_t(m_x)] = index;
        ++m_x;
    }
    void newRow() {
        m_x = 0;
        ++m_row;
    }
    void move(int right, int rows) {
        m_x = std::min(m_x + right, m_header.width);
        m_row += rows;
    }
    /// Whether the last row was reached, or left.
    bool nearEnd() const { return m_row >= m_header.height - 1; }
    bool past() const { return m_row >= m_header.height; }

private:
    const BmpHeader& m_header;
    std::vector<std::uint8_t>& m_indices;
    int m_x = 0;
    int m_row = 0; ///< as in the file
};

} // namespace

Result<std::vector<std::uint8_t>> unpackBmpRuns(std::span<const std::byte> bytes, const BmpHeader& header) {
    enum Escape { kEndOfRow = 0, kEndOfBitmap = 1, kDelta = 2 };
    const ByteReader file(bytes);
    std::vector<std::uint8_t> indices(std::size_t(header.width) * std::size_t(header.height));
    Pen pen(header, indices);
    const bool nibbles = header.coding == BmpHeader::Coding::Rle4;
    const auto index = [&](std::uint8_t packed, int n) {
        return !nibbles ? packed : std::uint8_t(n % 2 == 0 ? packed >> 4 : packed & 0x0F);
    };
    for (std::size_t at = header.pixels; file.has(at, 2) && !pen.past();) {
        const int count = file.u8(at), second = file.u8(at + 1);
        at += 2;
        if (count > 0) {
            for (int i = 0; i < count; ++i)
                pen.draw(index(std::uint8_t(second), i));
        } else if (second == kEndOfRow) {
            pen.newRow();
        } else if (second == kEndOfBitmap) {
            return indices;
        } else if (second == kDelta) {
            pen.move(file.u8(at), file.u8(at + 1));
            at += 2;
        } else { // that many pixels as they are, padded to 16 bits
            for (int i = 0; i < second; ++i)
                pen.draw(index(file.u8(at + std::size_t(nibbles ? i / 2 : i)), i));
            const int packed = nibbles ? (second + 1) / 2 : second;
            at += std::size_t(packed + packed % 2);
        }
    }
    if (!pen.nearEnd())
        return cutShort();
    return indices;
}

} // namespace graft::imaging
