#pragma once

#include "ui/data/ClassMark.h"

#include <QPixmap>
#include <QRect>
#include <QString>

class QPainter;

namespace graft::ui {

/// All that is drawn on one cell of the grid.
struct GridCell {
    QRect area;
    QPixmap picture; ///< null: not decoded yet
    ClassMark mark;  ///< no letter: unlabelled
    QString badge;   ///< split
    QString problem; ///< drawn instead of the picture
    bool missing = false;
    bool duplicate = false;
    bool selected = false;
    bool current = false; ///< the keyboard stands here
    bool hovered = false;
};

void paintGridCell(QPainter& painter, const GridCell& cell);

/// `source` cut and shrunk to fill `size` (device pixels).
QPixmap filling(const QImage& source, QSize size, double pixelRatio);

} // namespace graft::ui
