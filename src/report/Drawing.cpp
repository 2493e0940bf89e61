#include "report/Drawing.h"

#include "report/Style.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace graft::report {

namespace {

QPen penOf(const QColor& color, double width, bool dashed) {
    QPen pen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (dashed)
        pen.setDashPattern({1 + 3 / width, 1 + 3 / width}); // in pen widths
    return pen;
}

struct Painting {
    QPainter& painter;

    void operator()(const Line& line) const {
        painter.setPen(penOf(line.color, line.width, line.dashed));
        painter.drawLine(line.from, line.to);
    }
    void operator()(const Polyline& line) const {
        painter.setPen(penOf(line.color, line.width, line.dashed));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line.points.data(), int(line.points.size()));
    }
    void operator()(const Box& box) const {
        painter.setPen(box.outline.isValid() ? QPen(box.outline, 1) : QPen(Qt::NoPen));
        painter.setBrush(box.fill.isValid() ? QBrush(box.fill) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(box.area, box.radius, box.radius);
    }
    void operator()(const Circle& circle) const {
        painter.setPen(circle.outline.isValid() ? QPen(circle.outline, circle.outlineWidth)
                                                : QPen(Qt::NoPen));
        painter.setBrush(circle.fill);
        painter.drawEllipse(circle.center, circle.radius, circle.radius);
    }
    void operator()(const Label& label) const {
        const double width = textWidth(label.text, label.size, label.weight);
        const double shift = label.anchor == Label::Anchor::Start    ? 0
                             : label.anchor == Label::Anchor::Middle ? width / 2
                                                                     : width;
        painter.save();
        painter.setFont(style::font(label.size, label.weight));
        painter.setPen(label.color);
        painter.translate(label.baseline);
        if (label.upwards)
            painter.rotate(-90);
        painter.drawText(QPointF(-shift, 0), label.text);
        painter.restore();
    }
};

} // namespace

void paint(const Drawing& drawing, QPainter& painter) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Mark& mark : drawing.marks)
        std::visit(Painting{painter}, mark);
    painter.restore();
}

double textWidth(const QString& text, double size, int weight) {
    return QFontMetricsF(style::font(size, weight)).horizontalAdvance(text);
}

QString elided(const QString& text, double size, double width, int weight) {
    return QFontMetricsF(style::font(size, weight)).elidedText(text, Qt::ElideMiddle, width);
}

} // namespace graft::report
