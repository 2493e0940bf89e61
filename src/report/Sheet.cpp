#include "report/Sheet.h"

#include "report/Style.h"

#include <QPageLayout>
#include <QTextOption>

namespace graft::report {

namespace {

constexpr int kDotsPerInch = 1200;
constexpr double kPixelsPerInch = 96;
constexpr double kFooter = 28;

TextStyle footerStyle(Qt::Alignment alignment) {
    return {style::kSmall, 400, QColor::fromRgb(style::kSecondary), alignment};
}

} // namespace

TextBlock::TextBlock(const QString& text, const TextStyle& style, double width, QPaintDevice* device)
    : m_color(style.color) {
    QString lines = text;
    lines.replace(QChar('\n'), QChar(QChar::LineSeparator));
    m_layout = std::make_unique<QTextLayout>(lines, style::font(style.size, style.weight), device);
    QTextOption option(style.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, m_height});
        m_height += line.height();
        m_naturalWidth = std::max(m_naturalWidth, line.naturalTextWidth());
    }
    m_layout->endLayout();
}

void TextBlock::paint(QPainter& painter, const QPointF& topLeft) const {
    painter.setPen(m_color);
    m_layout->draw(&painter, topLeft);
}

Sheet::Sheet(QPdfWriter& writer, const QString& footer) : m_writer(writer), m_footer(footer) {
    writer.setResolution(kDotsPerInch);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                     QMarginsF(15, 14, 15, 10), QPageLayout::Millimeter));
    const double scale = kDotsPerInch / kPixelsPerInch;
    m_width = writer.width() / scale;
    m_height = writer.height() / scale - kFooter;
    if (m_painter.begin(&writer)) {
        m_painter.scale(scale, scale);
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
    }
}

void Sheet::keep(double height) {
    if (m_y > 0 && m_y + height > m_height)
        newPage();
}

void Sheet::newPage() {
    drawFooter();
    m_writer.newPage();
    ++m_page;
    m_y = 0;
}

void Sheet::drawFooter() {
    const double y = m_height + 10;
    hairline(m_height + 4);
    text(m_footer, footerStyle(Qt::AlignLeft), m_width - 60).paint(m_painter, {0, y});
    text(QString::number(m_page), footerStyle(Qt::AlignRight), 60).paint(m_painter, {m_width - 60, y});
}

void Sheet::write(const QString& content, const TextStyle& style, double x) {
    const TextBlock block = text(content, style, m_width - x);
    keep(block.height());
    block.paint(m_painter, {x, m_y});
    m_y += block.height();
}

void Sheet::hairline(double y) {
    m_painter.setPen(QPen(QColor::fromRgb(style::kHairline), 1));
    m_painter.drawLine(QPointF(0, y), QPointF(m_width, y));
}

void Sheet::finish() {
    drawFooter();
    m_painter.end();
}

} // namespace graft::report
