#include "ui/label/tools/DraftPaint.h"

#include "annotation/Outline.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace graft::ui {
namespace {

QPolygonF inView(const std::vector<annotation::Point>& points, const CanvasView& view) {
    QPolygonF result;
    for (const annotation::Point& point : points)
        result << view(point);
    return result;
}

QColor inside(QColor color) {
    color.setAlphaF(float(kFillOpacity));
    return color;
}

} // namespace

void paintDraft(QPainter& painter, const std::vector<annotation::Point>& points, const QColor& color,
                const CanvasView& view, DraftKind kind) {
    if (points.empty())
        return;
    const QPolygonF line = inView(points, view);
    painter.setRenderHint(QPainter::Antialiasing);
    if (kind == DraftKind::Closed) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(inside(color));
        painter.drawPolygon(line);
        painter.setPen(QPen(color, 1, Qt::DotLine));
        painter.drawLine(line.back(), line.front());
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2));
    painter.drawPolyline(line);
}

void paintDraft(QPainter& painter, const annotation::Geometry& geometry, const QColor& color,
                const CanvasView& view) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 2));
    painter.setBrush(inside(color));
    painter.drawPolygon(inView(annotation::ringOf(geometry), view));
}

void paintAnchors(QPainter& painter, const std::vector<annotation::Point>& points, const QColor& color,
                  const CanvasView& view) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(theme::textOn(color));
    for (const annotation::Point& point : points)
        painter.drawEllipse(view(point), 3.5, 3.5);
}

} // namespace graft::ui
