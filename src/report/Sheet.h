#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QString>
#include <QTextLayout>

#include <memory>

namespace graft::report {

struct TextStyle {
    double size = 13;
    int weight = 400;
    QColor color;
    Qt::Alignment alignment = Qt::AlignLeft;
};

/// Text broken into lines of one width: measured once, painted as measured.
class TextBlock {
public:
    TextBlock(const QString& text, const TextStyle& style, double width, QPaintDevice* device);
    double height() const { return m_height; }
    double naturalWidth() const { return m_naturalWidth; }
    void paint(QPainter& painter, const QPointF& topLeft) const;

private:
    std::unique_ptr<QTextLayout> m_layout;
    QColor m_color;
    double m_height = 0;
    double m_naturalWidth = 0;
};

/// Pages of A4 being filled from top to bottom, in CSS pixels. Every page ends with a footer.
class Sheet {
public:
    /// `footer` stands on every page, before the page's number.
    Sheet(QPdfWriter& writer, const QString& footer);

    QPainter& painter() { return m_painter; }
    double width() const { return m_width; }
    double y() const { return m_y; }
    double left() const { return m_height - m_y; } ///< room on this page
    double pageHeight() const { return m_height; }
    void advance(double by) { m_y += by; }
    /// A new page where less than `height` is left.
    void keep(double height);
    bool atTop() const { return m_y == 0; }

    TextBlock text(const QString& text, const TextStyle& style, double width) {
        return {text, style, width, m_painter.device()};
    }
    /// Writes and advances; breaks to a new page before it where it does not fit.
    void write(const QString& text, const TextStyle& style, double x = 0);
    void hairline(double y);
    bool ok() const { return m_painter.isActive(); }
    void finish();

private:
    void newPage();
    void drawFooter();

    QPdfWriter& m_writer;
    QString m_footer;
    QPainter m_painter;
    double m_width = 0;
    double m_height = 0;
    double m_y = 0;
    int m_page = 1;
};

} // namespace graft::report
