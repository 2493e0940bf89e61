#pragma once

#include "ui/label/ShapeLook.h"
#include "ui/label/ShapePainter.h"

#include <QImage>

namespace graft::ui {

/// The outlines of an image's shapes as one picture of what is in view, kept until something changes, so that
/// a frame in which only the pointer moves costs the same however many there are. A view that only moved
/// keeps what it still shows.
class ShapeLayer {
public:
    void invalidate() { m_valid = false; }
    void paint(QPainter& painter, const ShapeEditor& editor, const ShapeColors& colors,
               const CanvasView& view, QSize size, double devicePixelRatio);

private:
    bool scroll(const CanvasView& view, QSize size, double ratio, QRegion& exposed);

    QImage m_picture;
    CanvasView m_view;
    QSize m_size;
    double m_ratio = 1;
    int m_revision = -1; ///< of the outlines
    bool m_valid = false;
};

} // namespace graft::ui
