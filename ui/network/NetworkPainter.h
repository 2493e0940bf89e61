#pragma once

#include "ui/network/NetworkDrawing.h"

#include <QColor>
#include <QPainterPath>
#include <QRectF>

#include <vector>

class QPainter;

namespace graft::ui {

/// Where and how a drawing is seen.
struct NetworkSight {
    double scale = 1;
    QPointF origin;   ///< of the drawing's corner, in the widget
    int current = -1; ///< parts
    int hovered = -1;
    bool focus = false;
    bool line = true; ///< the freeze line
    std::vector<int> found;

    QRectF map(const diagram::Rect& area) const;
    QPointF map(const diagram::Point& point) const;
};

/// Paints a network: only what is in view, and as much of each box as there is room for. Letters keep their
/// size whatever the scale.
class NetworkPainter {
public:
    NetworkPainter(QPainter& painter, const NetworkDrawing& drawing, const NetworkSight& sight)
        : m_painter(painter), m_drawing(drawing), m_sight(sight) {}

    /// How many boxes were in view.
    int paint(const QRectF& view);
    /// Explains colours and signs, in one line of kLegendHeight.
    void paintLegend(const QRectF& area);

    static constexpr int kLegendHeight = 28;
    /// Where a click freezes the box or lets it learn; empty where the box is too small.
    static QRectF glyphArea(const QRectF& box);
    static constexpr int kHandleWidth = 52, kHandleHeight = 22, kHandleTop = 8;

private:
    void paintFrames(const QRectF& view);
    void paintEdges(const QRectF& view);
    void paintBox(const diagram::Box& box, const QRectF& area, double largestShare);
    void paintWords(int part, const QRectF& area);
    void paintHeat(double share, double largest, const QRectF& area);
    void paintGround(int part, const QRectF& area);
    void paintRing(int part, const QRectF& area);
    void paintLine(const QRectF& view);
    double legendEntry(double x, const QRectF& area, diagram::Learning learning, const QString& words);

    QPainter& m_painter;
    const NetworkDrawing& m_drawing;
    const NetworkSight& m_sight;
};

} // namespace graft::ui
