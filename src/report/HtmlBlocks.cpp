#include "report/HtmlBlocks.h"

#include "report/Markup.h"
#include "report/MatrixChart.h"

namespace graft::report {

namespace {

constexpr double kContentWidth = 800; ///< of the column that holds blocks, as the style sheet has it
constexpr double kChartGap = 24;
constexpr double kIntervalWidth = 96;

QString cellHtml(const Cell& cell) {
    QString html;
    if (cell.swatch.isValid())
        html +=
            QStringLiteral("<span class=\"swatch\" style=\"background:%1\"></span>").arg(cell.swatch.name());
    html += cell.strong ? QStringLiteral("<strong>%1</strong>").arg(escaped(cell.text)) : escaped(cell.text);
    return html;
}

/// The bar repeats what the text says: hidden from screen readers.
QString intervalHtml(const metrics::Estimate& estimate, const QString& id) {
    QString svg = toSvg(drawInterval(estimate, kIntervalWidth), id, {}, {});
    return svg.replace(QStringLiteral("role=\"img\" aria-labelledby=\"%1-t %1-d\"").arg(id),
                       QStringLiteral("class=\"interval\" aria-hidden=\"true\""));
}

struct Writing {
    const QString& id;

    QString operator()(const Paragraph& paragraph) const {
        static const char* const kClasses[] = {"body", "lead", "note", "warning"};
        return QStringLiteral("<p class=\"%1\">%2</p>\n")
            .arg(QLatin1String(kClasses[int(paragraph.kind)]), escaped(paragraph.text));
    }

    QString operator()(const Headline& headline) const {
        QString html =
            QStringLiteral("<div class=\"headline\"><p class=\"figure\">%1</p><p class=\"sentence\">%2</p>"
                           "<p class=\"span\">%3</p></div>\n")
                .arg(escaped(headline.figure), escaped(headline.sentence), escaped(headline.interval));
        if (headline.lesser.empty())
            return html;
        html += QStringLiteral("<dl class=\"lesser\">");
        for (const auto& [name, value, interval] : headline.lesser)
            html += QStringLiteral("<div><dt>%1</dt><dd>%2<span>%3</span></dd></div>")
                        .arg(escaped(name), escaped(value), escaped(interval));
        return html + QStringLiteral("</dl>\n");
    }

    QString operator()(const Facts& facts) const {
        QString html = QStringLiteral("<dl class=\"facts\">");
        for (const auto& [name, value] : facts.rows)
            html += QStringLiteral("<div><dt>%1</dt><dd>%2</dd></div>").arg(escaped(name), escaped(value));
        return html + QStringLiteral("</dl>\n");
    }

    QString operator()(const Table& table) const {
        QString html = QStringLiteral("<div class=\"scroll\"><table><caption>%1</caption><thead><tr>")
                           .arg(escaped(table.caption));
        for (const auto& column : table.columns)
            html += QStringLiteral("<th scope=\"col\"%1>%2</th>")
                        .arg(column.number ? QStringLiteral(" class=\"number\"") : QString(),
                             escaped(column.title));
        html += QStringLiteral("</tr></thead><tbody>\n");
        int number = 0;
        for (const auto& row : table.rows)
            html += rowHtml(table, row, QStringLiteral("%1-%2").arg(id).arg(++number));
        html += QStringLiteral("</tbody></table></div>\n");
        if (!table.folded)
            return html;
        return QStringLiteral("<details><summary>%1</summary>%2</details>\n")
            .arg(escaped(table.caption), html);
    }

    QString operator()(const Charts& charts) const {
        const int count = int(charts.charts.size());
        const double side = (kContentWidth - kChartGap * (count - 1)) / std::max(1, count);
        const double width = side >= charts.leastWidth ? side : kContentWidth;
        QString html =
            QStringLiteral("<div class=\"charts%1\">")
                .arg(count > 1 && side >= charts.leastWidth ? QStringLiteral(" beside") : QString());
        int number = 0;
        for (const Chart& chart : charts.charts)
            html += QStringLiteral("<figure>%1</figure>")
                        .arg(toSvg(chart.draw(width), QStringLiteral("%1-%2").arg(id).arg(++number),
                                   chart.title, chart.description));
        return html + QStringLiteral("</div>\n");
    }

    QString operator()(const Gallery& gallery) const {
        QString html = QStringLiteral("<ul class=\"gallery\">");
        for (const Photo& photo : gallery.photos)
            html +=
                QStringLiteral("<li><figure>%1<figcaption><strong>%2</strong><span>%3</span><span "
                               "class=\"file\" title=\"%4\">%4</span>"
                               "</figcaption></figure></li>\n")
                    .arg(photoHtml(photo), escaped(photo.title), escaped(photo.detail), escaped(photo.file));
        return html + QStringLiteral("</ul>\n");
    }

    QString operator()(const Screenshot& screenshot) const {
        return QStringLiteral("<figure class=\"screenshot\"><img src=\"%1\" "
                              "alt=\"%2\"/><figcaption>%2</figcaption></figure>\n")
            .arg(dataUri(screenshot.image, PictureCoding::Lossless), escaped(screenshot.title));
    }

private:
    QString rowHtml(const Table& table, const std::vector<Cell>& row, const QString& rowId) const {
        QString html = QStringLiteral("<tr>");
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool number = i < table.columns.size() && table.columns[i].number;
            QString content = cellHtml(row[i]);
            if (row[i].interval)
                content += intervalHtml(*row[i].interval, QStringLiteral("%1-%2").arg(rowId).arg(i));
            const QString classes = number ? QStringLiteral(" class=\"number\"") : QString();
            html += i == 0 ? QStringLiteral("<th scope=\"row\"%1>%2</th>").arg(classes, content)
                           : QStringLiteral("<td%1>%2</td>").arg(classes, content);
        }
        return html + QStringLiteral("</tr>\n");
    }

    QString photoHtml(const Photo& photo) const {
        if (photo.image.isNull())
            return QStringLiteral("<div class=\"missing\" role=\"img\" aria-label=\"%1\"></div>")
                .arg(escaped(photo.alternative));
        return QStringLiteral("<img src=\"%1\" alt=\"%2\" width=\"%3\" height=\"%4\"/>")
            .arg(dataUri(photo.image, PictureCoding::Photograph), escaped(photo.alternative))
            .arg(photo.image.width())
            .arg(photo.image.height());
    }
};

} // namespace

QString blockHtml(const Block& block, const QString& id) {
    return std::visit(Writing{id}, block);
}

} // namespace graft::report
