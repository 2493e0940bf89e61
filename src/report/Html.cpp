#include "report/Html.h"

#include "report/HtmlBlocks.h"
#include "report/HtmlStyle.h"
#include "report/Markup.h"

#include <QLocale>

namespace graft::report {

namespace {

/// Nothing from elsewhere may be loaded or run, whatever a name or a note says.
const QString kPolicy = QStringLiteral("default-src 'none'; img-src data:; style-src 'unsafe-inline'");

/// A shoot set into a stem.
const QString kMark = QStringLiteral("<svg class=\"mark\" viewBox=\"0 0 24 24\" width=\"20\" height=\"20\" "
                                     "aria-hidden=\"true\"><path d=\"M12 21V11M12 14C12 9 8 7 4 7"
                                     "c0 5 3 7 8 7M12 11c0-4 3-7 8-7 0 5-3 7-8 7\" fill=\"none\" "
                                     "stroke=\"currentColor\" stroke-width=\"1.75\" "
                                     "stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>");

QString header(const Content& content) {
    QString html = QStringLiteral("<header><p class=\"brand\">%1<span>Graft Studio</span></p><h1>%2</h1><p "
                                  "class=\"subtitle\">%3</p>"
                                  "<ul class=\"marks\">")
                       .arg(kMark, escaped(content.title), escaped(content.subtitle));
    for (const QString& mark : content.marks)
        html += QStringLiteral("<li>%1</li>").arg(escaped(mark));
    return html + QStringLiteral("</ul></header>\n");
}

QString section(const Section& section) {
    const QString id = escaped(section.id);
    QString html = QStringLiteral("<section id=\"%1\" aria-labelledby=\"%1-title\"><div class=\"about\"><h2 "
                                  "id=\"%1-title\">%2</h2>")
                       .arg(id, escaped(section.title));
    if (!section.explanation.isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(escaped(section.explanation));
    html += QStringLiteral("</div><div class=\"content\">\n");
    int number = 0;
    for (const Block& block : section.blocks)
        html += blockHtml(block, QStringLiteral("%1-%2").arg(id).arg(++number));
    return html + QStringLiteral("</div></section>\n");
}

} // namespace

QString toHtml(const Content& content) {
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"/>"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"%2\"/>"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
                       "<meta name=\"generator\" content=\"Graft "
                       "Studio\"/><title>%3</title>\n<style>\n%4</style></head>\n"
                       "<body><main>\n")
            .arg(QLocale().bcp47Name(), kPolicy,
                 escaped(QStringLiteral("%1 – %2").arg(content.title, content.subtitle)), styleSheet());
    html += header(content);
    for (const Section& part : content.sections)
        html += section(part);
    return html +
           QStringLiteral("<footer><p>%1</p></footer>\n</main></body></html>\n").arg(escaped(content.footer));
}

} // namespace graft::report
