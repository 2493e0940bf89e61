#include "ui/network/NetworkGlyphs.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace graft::ui {
namespace {

constexpr double kStroke = 1.5;

QPointF towards(const QPointF& from, double angle, double length) {
    return {from.x() + length * std::cos(angle), from.y() + length * std::sin(angle)};
}

} // namespace

void paintSnowflake(QPainter& painter, const QRectF& area, const QColor& color) {
    const double arm = area.width() / 2 - kStroke / 2;
    painter.setPen(QPen(color, kStroke, Qt::SolidLine, Qt::RoundCap));
    for (int i = 0; i < 6; ++i) {
        const double angle = std::numbers::pi / 2 + i * std::numbers::pi / 3;
        painter.drawLine(area.center(), towards(area.center(), angle, arm));
        const QPointF fork = towards(area.center(), angle, arm * 0.58);
        for (const double turn : {-0.9, 0.9})
            painter.drawLine(fork, towards(fork, angle + turn, arm * 0.36));
    }
}

void paintFlame(QPainter& painter, const QRectF& area, const QColor& color) {
    const auto at = [&](double x, double y) {
        return QPointF(area.left() + x * area.width(), area.top() + y * area.height());
    };
    QPainterPath flame(at(0.52, 0.02));
    flame.cubicTo(at(0.60, 0.26), at(0.90, 0.40), at(0.86, 0.68));
    flame.cubicTo(at(0.82, 0.90), at(0.66, 0.98), at(0.50, 0.98));
    flame.cubicTo(at(0.32, 0.98), at(0.14, 0.86), at(0.14, 0.64));
    flame.cubicTo(at(0.14, 0.48), at(0.24, 0.42), at(0.28, 0.30));
    flame.cubicTo(at(0.34, 0.40), at(0.38, 0.44), at(0.42, 0.46));
    flame.cubicTo(at(0.50, 0.34), at(0.52, 0.18), at(0.52, 0.02));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, kStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(flame);
}

// Along x + y = c, cut off at the edges here: a clip does not reach every paint device.
void paintHatch(QPainter& painter, const QRectF& area, const QColor& color, double distance) {
    painter.setPen(QPen(color, 1));
    for (double c = area.left() + area.top() + distance; c < area.right() + area.bottom(); c += distance) {
        const double fromX = std::max(area.left(), c - area.bottom());
        const double toX = std::min(area.right(), c - area.top());
        painter.drawLine(QPointF(fromX, c - fromX), QPointF(toX, c - toX));
    }
}

} // namespace graft::ui
