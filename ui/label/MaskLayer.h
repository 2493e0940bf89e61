#pragma once

#include "annotation/MaskEdit.h"
#include "ui/data/ClassMark.h"
#include "ui/label/ShapePainter.h"

#include <QImage>

class QPainter;

namespace graft::ui {

/// The masks of an image as one picture of what is in view, exact to the pixel at every zoom. Kept until
/// something changes; a stroke changes only the pixels that it covers.
class MaskLayer {
public:
    void invalidate() { m_valid = false; }
    void paint(QPainter& painter, const ShapeEditor& editor, const ShapeColors& colors,
               const CanvasView& view, QSize size, double devicePixelRatio);
    /// What a stroke covers, before it is stored; shown until endStroke(). Returns the part of the view that
    /// has changed.
    QRect cover(const std::vector<annotation::Span>& spans, const QColor& color);
    QRect uncover(const std::vector<annotation::Span>& spans);
    void endStroke() {
        m_stroke.clear();
        invalidate();
    }

private:
    QRect extendStroke(const std::vector<annotation::Span>& spans, QRgb color);
    void render(const ShapeEditor& editor, const ShapeColors& colors);
    void renderMask(const annotation::Mask& mask, const QColor& color, double opacity, int pattern);
    /// Pixels of the picture under pixels of the image: [first, last) of a row or column.
    int column(double x) const;
    int row(double y) const;
    QRect pixelsOf(const annotation::Span& span) const;
    QRect fill(const std::vector<annotation::Span>& spans, QRgb color);

    QImage m_picture;
    std::vector<annotation::Span> m_stroke; ///< so far
    QRgb m_strokeColor = 0;                 ///< 0: it erases
    CanvasView m_view;
    QSize m_size;
    double m_ratio = 1;
    bool m_valid = false;
};

} // namespace graft::ui
