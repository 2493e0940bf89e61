#include "ui/label/MaskLayer.h"

#include "ui/label/ShapeEditor.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace graft::ui {

using annotation::Mask;
using annotation::Span;

namespace {

QRgb premultiplied(QColor color, double opacity) {
    color.setAlphaF(float(opacity));
    return qPremultiply(color.rgba());
}

} // namespace

void MaskLayer::paint(QPainter& painter, const ShapeEditor& editor, const ShapeColors& colors,
                      const CanvasView& view, QSize size, double devicePixelRatio) {
    const bool any = std::ranges::any_of(editor.shown(), [](const annotation::Shape& shape) {
        return std::holds_alternative<Mask>(shape.geometry);
    });
    const bool same = m_valid && view.origin == m_view.origin && view.scale == m_view.scale &&
                      size == m_size && devicePixelRatio == m_ratio;
    if (!same) {
        m_view = view;
        m_size = size;
        m_ratio = devicePixelRatio;
        m_picture = {};
        if (any)
            render(editor, colors);
        if (!m_stroke.empty())
            fill(m_stroke, m_strokeColor);
        m_valid = true;
    }
    if (!m_picture.isNull())
        painter.drawImage(0, 0, m_picture);
}

void MaskLayer::render(const ShapeEditor& editor, const ShapeColors& colors) {
    m_picture = QImage(m_size * m_ratio, QImage::Format_ARGB32_Premultiplied);
    m_picture.setDevicePixelRatio(m_ratio);
    m_picture.fill(0);
    const QPointF from = -m_view.origin / m_view.scale;
    for (const std::size_t i : editor.index().touching(
             {from.x(), from.y(), m_size.width() / m_view.scale, m_size.height() / m_view.scale}))
        if (const annotation::Shape& shape = editor.shown()[i];
            const auto* mask = std::get_if<Mask>(&shape.geometry))
            renderMask(*mask, colors.of(shape),
                       colors.opacity(editor.isSelected(shape.id) ? kSelectedMaskOpacity : kMaskOpacity),
                       colors.look.patterns && !colors.look.outlinesOnly ? patternOf(shape.classId) : 0);
}

// A pixel belongs to the image pixel that its middle lies in, as where the image itself is drawn.
int MaskLayer::column(double x) const {
    return int(std::clamp(std::ceil((m_view.origin.x() + x * m_view.scale) * m_ratio - 0.5), -1e6, 1e6));
}

int MaskLayer::row(double y) const {
    return int(std::clamp(std::ceil((m_view.origin.y() + y * m_view.scale) * m_ratio - 0.5), -1e6, 1e6));
}

// At least one pixel, so that what is thin does not vanish where the image is small.
QRect MaskLayer::pixelsOf(const Span& span) const {
    const int left = column(span.begin), top = row(span.y);
    return {left, top, std::max(1, column(span.end) - left), std::max(1, row(span.y + 1) - top)};
}

// Into a plane of its own, with a margin of one pixel: the rim is where a neighbour is not covered.
void MaskLayer::renderMask(const Mask& mask, const QColor& color, double opacity, int pattern) {
    const QRect whole(QPoint(column(mask.x), row(mask.y)),
                      QPoint(column(mask.x + mask.width), row(mask.y + mask.height)));
    const QRect area = whole.intersected(m_picture.rect());
    if (area.isEmpty())
        return;
    const QRect wide = area.adjusted(-1, -1, 1, 1);
    QImage plane(wide.size(), QImage::Format_Grayscale8);
    plane.fill(0);
    for (const Span& span : annotation::spansOf(mask)) {
        const QRect pixels = pixelsOf(span).intersected(wide).translated(-wide.topLeft());
        for (int y = pixels.top(); y <= pixels.bottom(); ++y)
            std::fill_n(plane.scanLine(y) + pixels.left(), pixels.width(), uchar(255));
    }
    const QRgb inside = premultiplied(color, std::min(opacity, 1.0)), rim = premultiplied(color, 0.9);
    const QRgb marked = premultiplied(color, std::min(opacity * 2, 0.85));
    const int originX = column(0), originY = row(0); // the pattern moves along with the image
    for (int y = 1; y + 1 < wide.height(); ++y) {
        const uchar* above = plane.constScanLine(y - 1);
        const uchar* here = plane.constScanLine(y);
        const uchar* below = plane.constScanLine(y + 1);
        auto* out = reinterpret_cast<QRgb*>(m_picture.scanLine(wide.top() + y)) + wide.left();
        for (int x = 1; x + 1 < wide.width(); ++x)
            if (here[x]) {
                const bool within = here[x - 1] && here[x + 1] && above[x] && below[x];
                const bool mark = patternAt(pattern, wide.left() + x - originX, wide.top() + y - originY);
                out[x] = !within ? rim : mark ? marked : inside;
            }
    }
}

QRect MaskLayer::fill(const std::vector<Span>& spans, QRgb color) {
    if (m_picture.isNull()) {
        m_picture = QImage(m_size * m_ratio, QImage::Format_ARGB32_Premultiplied);
        m_picture.setDevicePixelRatio(m_ratio);
        m_picture.fill(0);
    }
    QRect touched;
    for (const Span& span : spans) {
        const QRect pixels = pixelsOf(span).intersected(m_picture.rect());
        for (int y = pixels.top(); y <= pixels.bottom(); ++y)
            std::fill_n(reinterpret_cast<QRgb*>(m_picture.scanLine(y)) + pixels.left(), pixels.width(),
                        color);
        touched |= pixels;
    }
    return QRectF(QPointF(touched.topLeft()) / m_ratio, QSizeF(touched.size()) / m_ratio).toAlignedRect();
}

// A picture that is made anew anyway gets the whole stroke then.
QRect MaskLayer::extendStroke(const std::vector<Span>& spans, QRgb color) {
    m_stroke.insert(m_stroke.end(), spans.begin(), spans.end());
    m_strokeColor = color;
    return m_valid ? fill(spans, color) : QRect(QPoint(), m_size);
}

QRect MaskLayer::cover(const std::vector<Span>& spans, const QColor& color) {
    return extendStroke(spans, premultiplied(color, kSelectedMaskOpacity));
}

QRect MaskLayer::uncover(const std::vector<Span>& spans) {
    return extendStroke(spans, 0);
}

} // namespace graft::ui
