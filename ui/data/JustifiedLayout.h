#pragma once

#include <QPoint>
#include <QRect>

#include <span>
#include <utility>
#include <vector>

namespace graft::ui {

/// Places pictures of different aspect in rows that fill a width exactly. All in pixels from the top left of
/// the content. The last row keeps the wished height and may end early.
class JustifiedLayout {
public:
    struct Options {
        int width = 0;
        int rowHeight = 0; ///< wished; a row becomes a little lower or higher to fill the width
        int gap = 0;
        friend bool operator==(const Options&, const Options&) = default;
    };

    /// `aspects`: width / height of every picture. Extreme ones are cut to a range that leaves room for
    /// others.
    void compute(std::span<const float> aspects, Options options);

    int count() const { return int(m_cells.size()); }
    int height() const;
    QRect cell(int index) const;
    /// Where the content is between the rows, or beside the last one: -1.
    int indexAt(QPoint point) const;
    /// Half-open range of the pictures that touch the band [top, bottom).
    std::pair<int, int> indicesBetween(int top, int bottom) const;
    std::vector<int> indicesIn(const QRect& area) const;
    /// The picture under or over `index` (rows = ±1, ±2, …) that is nearest to the column `x`.
    int indexRowsAway(int index, int rows, int x) const;

private:
    struct Row {
        int top = 0;
        int height = 0;
        int first = 0;
        int count = 0;
    };
    struct Cell {
        int left = 0;
        int width = 0;
        int row = 0;
    };
    struct Fit {
        int count = 0;
        double aspectSum = 0;
        bool full = false;
    };

    Fit fitRow(std::span<const float> aspects, int first) const;
    void placeRow(std::span<const float> aspects, int first, Fit fit, int top);
    int rowAt(int y) const;

    Options m_options;
    std::vector<Row> m_rows;
    std::vector<Cell> m_cells;
};

} // namespace graft::ui
