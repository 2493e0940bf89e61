#include "report/MatrixChart.h"
#include "report/PdfBlocks.h"
#include "report/Style.h"

#include <algorithm>
#include <numeric>

namespace graft::report {

namespace {

constexpr double kGap = 14;
constexpr double kSwatch = 10;
constexpr double kSwatchGap = 6;
constexpr double kInterval = 96;
constexpr double kIntervalHeight = 14;
constexpr double kWidestColumn = 260;
constexpr double kNarrowestText = 90; ///< a column of text is not squeezed below this

class TablePainter {
public:
    TablePainter(Sheet& sheet, const Table& table) : m_sheet(sheet), m_table(table) { measure(); }

    void paint() {
        m_sheet.keep(80);
        m_sheet.write(m_table.caption, styleOf(style::kBody, 600, style::kText, false));
        m_sheet.advance(4);
        paintHeader();
        for (const auto& row : m_table.rows)
            paintRow(row);
    }

private:
    static TextStyle styleOf(double size, int weight, QRgb color, bool number) {
        return {size, weight, QColor::fromRgb(color), number ? Qt::AlignRight : Qt::AlignLeft};
    }
    static TextStyle cellStyle(const Cell& cell, bool number) {
        return styleOf(style::kBody, cell.strong ? 600 : 400, style::kText, number);
    }

    double naturalWidth(const Cell& cell) const {
        const double text = textWidth(cell.text, style::kBody, cell.strong ? 600 : 400) + 1;
        return std::max(text + (cell.swatch.isValid() ? kSwatch + kSwatchGap : 0),
                        cell.interval ? kInterval : 0);
    }

    /// What every column asks for; text columns give way where that is too much, the first takes what is
    /// left.
    void measure() {
        const std::size_t columns = m_table.columns.size();
        for (std::size_t c = 0; c < columns; ++c) {
            double widest = textWidth(m_table.columns[c].title, style::kSmall) + 1;
            for (const auto& row : m_table.rows)
                if (c < row.size())
                    widest = std::max(widest, naturalWidth(row[c]));
            m_widths.push_back(std::min(widest, kWidestColumn));
        }
        fit(m_sheet.width() - kGap * double(columns - 1));
    }

    /// Text columns give way in proportion to what they can spare; where there is room to spare, all share
    /// it.
    void fit(double room) {
        const auto excess = [&] { return std::accumulate(m_widths.begin(), m_widths.end(), 0.0) - room; };
        std::vector<double> spare;
        for (std::size_t c = 0; c < m_widths.size(); ++c)
            spare.push_back(m_table.columns[c].number ? 0 : std::max(0.0, m_widths[c] - kNarrowestText));
        const double all = std::accumulate(spare.begin(), spare.end(), 0.0);
        const double given = all > 0 ? std::clamp(excess() / all, 0.0, 1.0) : 0;
        for (std::size_t c = 0; c < m_widths.size(); ++c)
            m_widths[c] -= given * spare[c];
        const double rest = excess();
        for (double& width : m_widths)
            width = rest > 0 ? width * room / (room + rest) : width - rest / double(m_widths.size());
    }

    void paintHeader() {
        double height = 0;
        std::vector<TextBlock> titles;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            titles.push_back(m_sheet.text(
                m_table.columns[c].title,
                styleOf(style::kSmall, 400, style::kSecondary, m_table.columns[c].number), m_widths[c]));
            height = std::max(height, titles.back().height());
        }
        double x = 0;
        for (std::size_t c = 0; c < titles.size(); ++c) {
            titles[c].paint(m_sheet.painter(), {x, m_sheet.y() + height - titles[c].height()});
            x += m_widths[c] + kGap;
        }
        m_sheet.advance(height + 4);
        m_sheet.hairline(m_sheet.y());
    }

    void paintRow(const std::vector<Cell>& row) {
        const std::size_t columns = std::min(row.size(), m_widths.size());
        std::vector<TextBlock> texts;
        double height = 0;
        for (std::size_t c = 0; c < columns; ++c) {
            const double indent = row[c].swatch.isValid() ? kSwatch + kSwatchGap : 0;
            texts.push_back(m_sheet.text(row[c].text, cellStyle(row[c], m_table.columns[c].number),
                                         m_widths[c] - indent));
            height = std::max(height, texts.back().height() + (row[c].interval ? kIntervalHeight : 0));
        }
        if (m_sheet.left() < height + 8) {
            m_sheet.keep(height + 8);
            paintHeader();
        }
        double x = 0;
        for (std::size_t c = 0; c < columns; ++c) {
            paintCell(row[c], texts[c], x, m_widths[c]);
            x += m_widths[c] + kGap;
        }
        m_sheet.advance(height + 7);
        m_sheet.hairline(m_sheet.y());
    }

    void paintCell(const Cell& cell, const TextBlock& text, double x, double width) {
        QPainter& painter = m_sheet.painter();
        const double top = m_sheet.y() + 3;
        double indent = 0;
        if (cell.swatch.isValid()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(cell.swatch);
            painter.drawRoundedRect(QRectF(x, top + 4, kSwatch, kSwatch), 3, 3);
            indent = kSwatch + kSwatchGap;
        }
        text.paint(painter, {x + indent, top});
        if (!cell.interval)
            return;
        const double bar = std::min(kInterval, width);
        painter.save();
        painter.translate(x + width - bar, top + text.height());
        report::paint(drawInterval(*cell.interval, bar), painter);
        painter.restore();
    }

    Sheet& m_sheet;
    const Table& m_table;
    std::vector<double> m_widths;
};

} // namespace

void writeTable(Sheet& sheet, const Table& table) {
    TablePainter(sheet, table).paint();
}

} // namespace graft::report
