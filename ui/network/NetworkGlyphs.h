#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

// Signs drawn as lines, so that an SVG holds no pixels.
namespace graft::ui {

void paintSnowflake(QPainter& painter, const QRectF& area, const QColor& color);
void paintFlame(QPainter& painter, const QRectF& area, const QColor& color);
/// Diagonal lines over `area`, `distance` apart.
void paintHatch(QPainter& painter, const QRectF& area, const QColor& color, double distance);

} // namespace graft::ui
