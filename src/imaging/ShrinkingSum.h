#pragma once

#include "imaging/TiffBlocks.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <type_traits>
#include <vector>

namespace graft::imaging {

/// Where the borders of the answer's pixels lie in the picture that is read: pixel i covers [edges[i],
/// edges[i + 1]). `scale`: how many pixels of the picture one of the answer is wide.
std::vector<int> shrinkingEdges(int begin, int length, int count, double scale, int limit);

/// Makes an image smaller while its rows come by, piece by piece: each pixel of the answer is the mean of
/// those it covers. Holds the sums only of the rows that are not finished.
template <typename Sample>
class ShrinkingSum {
public:
    ShrinkingSum(std::vector<int> columns, std::vector<int> rows, int channels)
        : m_columns(std::move(columns)), m_rows(std::move(rows)), m_channels(channels),
          m_pixels(rowSamples() * std::size_t(height()) * sizeof(Sample)) {}

    int width() const { return int(m_columns.size()) - 1; }
    int height() const { return int(m_rows.size()) - 1; }
    /// Rows of the picture are about to come, up to `end`.
    void expect(int end) {
        const auto last = std::size_t(rowOf(std::min(end, m_rows.back()) - 1)) + 1;
        m_sums.resize((last - std::size_t(m_finished)) * rowSamples());
    }
    void add(const TiffBlocks::Piece& piece) {
        if (piece.y < m_rows.front() || piece.y >= m_rows.back())
            return;
        double* row = m_sums.data() + std::size_t(rowOf(piece.y) - m_finished) * rowSamples();
        const int begin = std::max(piece.x, m_columns.front());
        const int end = std::min(piece.x + piece.count, m_columns.back());
        std::size_t column = indexIn(m_columns, begin);
        for (int x = begin; x < end; ++x) {
            while (x >= m_columns[column + 1])
                ++column;
            addPixel(piece, x, row + column * std::size_t(m_channels) + piece.firstChannel);
        }
    }
    /// All rows of the picture above `end` have come.
    void finish(int end) {
        int count = 0;
        for (; m_finished + count < height() && m_rows[std::size_t(m_finished + count) + 1] <= end; ++count)
            finishRow(m_finished + count, m_sums.data() + std::size_t(count) * rowSamples());
        m_finished += count;
        m_sums.erase(m_sums.begin(), m_sums.begin() + std::ptrdiff_t(std::min(
                                                          m_sums.size(), std::size_t(count) * rowSamples())));
    }
    Image image(Depth depth) {
        return Image(width(), height(), m_channels, depth, std::move(m_pixels),
                     TiffBlocks::contentOf(m_channels));
    }

private:
    static std::size_t indexIn(const std::vector<int>& edges, int at) {
        return std::size_t(std::upper_bound(edges.begin(), edges.end(), at) - edges.begin()) - 1;
    }
    int rowOf(int y) const { return int(indexIn(m_rows, y)); }
    std::size_t rowSamples() const { return std::size_t(width()) * std::size_t(m_channels); }

    void addPixel(const TiffBlocks::Piece& piece, int x, double* sum) {
        const std::byte* at =
            piece.samples + std::size_t(x - piece.x) * std::size_t(piece.stride) * sizeof(Sample);
        for (int c = 0; c < piece.channels; ++c) {
            Sample sample;
            std::memcpy(&sample, at + std::size_t(c) * sizeof(Sample), sizeof sample);
            sum[c] += double(sample);
        }
    }

    /// A copy of an image that is a pixel short has nothing for the last pixel: it is like its neighbour.
    void finishRow(int y, const double* sum) {
        std::byte* row = m_pixels.data() + std::size_t(y) * rowSamples() * sizeof(Sample);
        const int tall = m_rows[std::size_t(y) + 1] - m_rows[std::size_t(y)];
        if (tall == 0 && y > 0) {
            std::memcpy(row, row - rowSamples() * sizeof(Sample), rowSamples() * sizeof(Sample));
            return;
        }
        const std::size_t pixelBytes = std::size_t(m_channels) * sizeof(Sample);
        for (int x = 0; x < width(); ++x, sum += m_channels) {
            std::byte* pixel = row + std::size_t(x) * pixelBytes;
            const int wide = m_columns[std::size_t(x) + 1] - m_columns[std::size_t(x)];
            if (wide == 0 && x > 0) {
                std::memcpy(pixel, pixel - pixelBytes, pixelBytes);
                continue;
            }
            for (int c = 0; c < m_channels; ++c) {
                const Sample mean = rounded(sum[c] / std::max(1.0, double(tall) * wide));
                std::memcpy(pixel + std::size_t(c) * sizeof(Sample), &mean, sizeof mean);
            }
        }
    }

    static Sample rounded(double mean) {
        if constexpr (std::is_floating_point_v<Sample>)
            return Sample(mean);
        else
            return Sample(std::clamp(mean + 0.5, 0.0, double(std::numeric_limits<Sample>::max())));
    }

    std::vector<int> m_columns;
    std::vector<int> m_rows;
    int m_channels;
    std::vector<std::byte> m_pixels;
    int m_finished = 0;
    std::vector<double> m_sums; ///< of the rows from m_finished on
};

} // namespace graft::imaging
