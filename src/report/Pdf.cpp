#include "report/Pdf.h"

#include "report/PdfBlocks.h"
#include "report/Sheet.h"
#include "report/Style.h"

#include <QBuffer>
#include <QStringList>

namespace graft::report {

namespace {

constexpr double kHeading = 72; ///< of a section with its explanation, about

TextStyle styleOf(double size, int weight, QRgb color) {
    return {size, weight, QColor::fromRgb(color), Qt::AlignLeft};
}

void writeHeader(Sheet& sheet, const Content& content) {
    sheet.write(QStringLiteral("Graft Studio"), styleOf(style::kSmall, 600, style::kSecondary));
    sheet.advance(style::kAround);
    sheet.write(content.title, styleOf(style::kFigure, 600, style::kText));
    sheet.advance(4);
    sheet.write(content.subtitle, styleOf(style::kLead, 400, style::kSecondary));
    sheet.advance(style::kInside);
    sheet.write(QStringList(content.marks.begin(), content.marks.end()).join(QStringLiteral("   ·   ")),
                styleOf(style::kSmall, 400, style::kSecondary));
    sheet.advance(style::kAround);
}

void writeSection(Sheet& sheet, const Section& section) {
    // A heading never stands alone at the foot of a page.
    sheet.keep(kHeading + (section.blocks.empty() ? 0 : leastHeight(sheet, section.blocks.front())));
    if (!sheet.atTop()) {
        sheet.hairline(sheet.y());
        sheet.advance(style::kBetween);
    }
    sheet.write(section.title, styleOf(style::kLead, 600, style::kText));
    sheet.advance(4);
    if (!section.explanation.isEmpty())
        sheet.write(section.explanation, styleOf(style::kSmall, 400, style::kSecondary));
    sheet.advance(12);
    for (const Block& block : section.blocks) {
        writeBlock(sheet, block);
        sheet.advance(12);
    }
    sheet.advance(12);
}

} // namespace

QByteArray toPdf(const Content& content) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(content.title);
    writer.setCreator(QStringLiteral("Graft Studio"));
    Sheet sheet(writer, content.footer);
    if (!sheet.ok())
        return {};
    writeHeader(sheet, content);
    for (const Section& section : content.sections)
        writeSection(sheet, section);
    sheet.finish();
    return bytes;
}

} // namespace graft::report
