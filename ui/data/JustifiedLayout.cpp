#include "ui/data/JustifiedLayout.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace graft::ui {
namespace {

double bounded(float aspect) {
    return std::isfinite(aspect) ? std::clamp<double>(aspect, 0.4, 3.0) : 1.0;
}

} // namespace

void JustifiedLayout::compute(std::span<const float> aspects, Options options) {
    m_options = options;
    m_rows.clear();
    m_cells.clear();
    if (options.width <= 0 || options.rowHeight <= 0)
        return;
    m_cells.reserve(aspects.size());
    int top = 0;
    for (int first = 0; first < int(aspects.size()); first = int(m_cells.size())) {
        placeRow(aspects, first, fitRow(aspects, first), top);
        top += m_rows.back().height + options.gap;
    }
}

// Adds pictures until the row is full, then keeps or drops the last one, whichever leaves the height nearer
// to the wish.
JustifiedLayout::Fit JustifiedLayout::fitRow(std::span<const float> aspects, int first) const {
    Fit fit;
    for (int i = first; i < int(aspects.size()); ++i) {
        const double with = fit.aspectSum + bounded(aspects[std::size_t(i)]);
        const double roomWith = m_options.width - double(m_options.gap) * fit.count;
        if (with * m_options.rowHeight < roomWith) {
            fit = {fit.count + 1, with, false};
            continue;
        }
        const double heightWith = roomWith / with;
        const double heightWithout = fit.count > 0 ? (roomWith + m_options.gap) / fit.aspectSum
                                                   : std::numeric_limits<double>::infinity();
        const bool keep =
            fit.count == 0 || m_options.rowHeight / heightWith <= heightWithout / m_options.rowHeight;
        return keep ? Fit{fit.count + 1, with, true} : Fit{fit.count, fit.aspectSum, true};
    }
    return fit;
}

void JustifiedLayout::placeRow(std::span<const float> aspects, int first, Fit fit, int top) {
    const double exactHeight =
        fit.full ? (m_options.width - double(m_options.gap) * (fit.count - 1)) / fit.aspectSum
                 : m_options.rowHeight;
    const int row = int(m_rows.size());
    m_rows.push_back({top, std::max(1, int(std::lround(exactHeight))), first, fit.count});
    double edge = 0;
    for (int i = 0; i < fit.count; ++i) {
        const int left = int(std::lround(edge)) + i * m_options.gap;
        edge += bounded(aspects[std::size_t(first + i)]) * exactHeight;
        const int right = int(std::lround(edge)) + i * m_options.gap;
        m_cells.push_back({left, std::max(1, right - left), row});
    }
}

int JustifiedLayout::height() const {
    return m_rows.empty() ? 0 : m_rows.back().top + m_rows.back().height;
}

QRect JustifiedLayout::cell(int index) const {
    if (index < 0 || index >= count())
        return {};
    const Cell& cell = m_cells[std::size_t(index)];
    const Row& row = m_rows[std::size_t(cell.row)];
    return {cell.left, row.top, cell.width, row.height};
}

int JustifiedLayout::rowAt(int y) const {
    const auto after = std::upper_bound(m_rows.begin(), m_rows.end(), y,
                                        [](int value, const Row& row) { return value < row.top; });
    return int(after - m_rows.begin()) - 1;
}

int JustifiedLayout::indexAt(QPoint point) const {
    const int row = rowAt(point.y());
    if (row < 0)
        return -1;
    const Row& found = m_rows[std::size_t(row)];
    for (int i = found.first; i < found.first + found.count; ++i)
        if (cell(i).contains(point))
            return i;
    return -1;
}

std::pair<int, int> JustifiedLayout::indicesBetween(int top, int bottom) const {
    if (m_rows.empty() || bottom <= top)
        return {0, 0};
    const Row& last = m_rows[std::size_t(std::max(0, rowAt(bottom - 1)))];
    int first = std::max(0, rowAt(top));
    if (m_rows[std::size_t(first)].top + m_rows[std::size_t(first)].height <= top)
        ++first; // `top` is in the gap under this row
    if (first >= int(m_rows.size()) || bottom <= 0)
        return {0, 0};
    const int begin = m_rows[std::size_t(first)].first;
    return {begin, std::max(begin, last.first + last.count)};
}

std::vector<int> JustifiedLayout::indicesIn(const QRect& area) const {
    std::vector<int> found;
    const auto [first, last] = indicesBetween(area.top(), area.bottom() + 1);
    for (int i = first; i < last; ++i)
        if (cell(i).intersects(area))
            found.push_back(i);
    return found;
}

int JustifiedLayout::indexRowsAway(int index, int rows, int x) const {
    if (index < 0 || index >= count())
        return -1;
    const int wished = m_cells[std::size_t(index)].row + rows;
    const Row& row = m_rows[std::size_t(std::clamp(wished, 0, int(m_rows.size()) - 1))];
    int nearest = row.first;
    for (int i = row.first; i < row.first + row.count; ++i)
        if (std::abs(cell(i).center().x() - x) < std::abs(cell(nearest).center().x() - x))
            nearest = i;
    return nearest;
}

} // namespace graft::ui
