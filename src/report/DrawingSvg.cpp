#include "report/Drawing.h"
#include "report/Markup.h"

#include <QStringList>

namespace graft::report {

namespace {

QString number(double value) {
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(QChar('0')))
        text.chop(1);
    if (text.endsWith(QChar('.')))
        text.chop(1);
    return text == QStringLiteral("-0") ? QStringLiteral("0") : text;
}

QString attribute(const char* name, double value) {
    return QStringLiteral(" %1=\"%2\"").arg(QLatin1String(name), number(value));
}
QString attribute(const char* name, const QString& value) {
    return QStringLiteral(" %1=\"%2\"").arg(QLatin1String(name), value);
}

QString stroke(const QColor& color, double width, bool dashed) {
    QString text = attribute("stroke", color.name()) + attribute("stroke-width", width);
    if (dashed)
        text += attribute("stroke-dasharray", number(width + 3) + QChar(' ') + number(width + 3));
    return text;
}

QString fill(const QColor& color) {
    return attribute("fill", color.isValid() ? color.name() : QStringLiteral("none"));
}

struct Writing {
    QString& svg;

    void operator()(const Line& line) const {
        svg += QStringLiteral("<line") + attribute("x1", line.from.x()) + attribute("y1", line.from.y()) +
               attribute("x2", line.to.x()) + attribute("y2", line.to.y()) +
               stroke(line.color, line.width, line.dashed) + QStringLiteral("/>");
    }
    void operator()(const Polyline& line) const {
        QStringList points;
        for (const QPointF& point : line.points)
            points << number(point.x()) + QChar(',') + number(point.y());
        svg += QStringLiteral("<polyline") + attribute("points", points.join(QChar(' '))) + fill({}) +
               stroke(line.color, line.width, line.dashed) +
               QStringLiteral(" stroke-linejoin=\"round\" stroke-linecap=\"round\"/>");
    }
    void operator()(const Box& box) const {
        svg += QStringLiteral("<rect") + attribute("x", box.area.x()) + attribute("y", box.area.y()) +
               attribute("width", box.area.width()) + attribute("height", box.area.height());
        if (box.radius > 0)
            svg += attribute("rx", box.radius);
        svg += fill(box.fill);
        if (box.outline.isValid())
            svg += stroke(box.outline, 1, false);
        svg += QStringLiteral("/>");
    }
    void operator()(const Circle& circle) const {
        svg += QStringLiteral("<circle") + attribute("cx", circle.center.x()) +
               attribute("cy", circle.center.y()) + attribute("r", circle.radius) + fill(circle.fill);
        if (circle.outline.isValid())
            svg += stroke(circle.outline, circle.outlineWidth, false);
        svg += QStringLiteral("/>");
    }
    void operator()(const Label& label) const {
        svg += QStringLiteral("<text") + attribute("x", label.baseline.x()) +
               attribute("y", label.baseline.y()) + attribute("font-size", label.size) + fill(label.color);
        if (label.weight != 400)
            svg += attribute("font-weight", label.weight);
        if (label.anchor != Label::Anchor::Start)
            svg += attribute("text-anchor", label.anchor == Label::Anchor::Middle ? QStringLiteral("middle")
                                                                                  : QStringLiteral("end"));
        if (label.upwards)
            svg += attribute("transform", QStringLiteral("rotate(-90 %1 %2)")
                                              .arg(number(label.baseline.x()), number(label.baseline.y())));
        svg += QChar('>') + escaped(label.text) + QStringLiteral("</text>");
    }
};

} // namespace

QString toSvg(const Drawing& drawing, const QString& id, const QString& title, const QString& description) {
    QString svg =
        QStringLiteral("<svg viewBox=\"0 0 %1 %2\" width=\"%1\" height=\"%2\" role=\"img\" "
                       "aria-labelledby=\"%3-t %3-d\">"
                       "<title id=\"%3-t\">%4</title><desc id=\"%3-d\">%5</desc>")
            .arg(number(drawing.width), number(drawing.height), id, escaped(title), escaped(description));
    for (const Mark& mark : drawing.marks)
        std::visit(Writing{svg}, mark);
    return svg + QStringLiteral("</svg>");
}

} // namespace graft::report
