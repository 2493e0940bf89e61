#include "ui/label/ShapeLayer.h"

#include "ui/label/ShapeEditor.h"

#include <QPainter>
#include <QRegion>

#include <cmath>

namespace graft::ui {
namespace {

QImage blank(QSize size, double ratio) {
    QImage picture(size * ratio, QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(ratio);
    picture.fill(0);
    return picture;
}

} // namespace

// Only by whole pixels of the screen: else every edge would lie otherwise.
bool ShapeLayer::scroll(const CanvasView& view, QSize size, double ratio, QRegion& exposed) {
    const QPointF by = (view.origin - m_view.origin) * ratio;
    const QPoint whole(int(std::lround(by.x())), int(std::lround(by.y())));
    const bool moved = m_valid && size == m_size && ratio == m_ratio && view.scale == m_view.scale &&
                       std::abs(by.x() - whole.x()) < 1e-6 && std::abs(by.y() - whole.y()) < 1e-6;
    if (!moved)
        return false;
    QImage picture = blank(size, ratio);
    {
        QPainter painter(&picture);
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        painter.drawImage(QPointF(whole) / ratio, m_picture);
    }
    m_picture = picture;
    const QRect kept = QRectF(QPointF(whole) / ratio, QSizeF(size)).toAlignedRect().adjusted(1, 1, -1, -1);
    exposed = QRegion(QRect(QPoint(), size)).subtracted(kept);
    return true;
}

void ShapeLayer::paint(QPainter& painter, const ShapeEditor& editor, const ShapeColors& colors,
                       const CanvasView& view, QSize size, double devicePixelRatio) {
    if (m_revision != editor.outlineRevision())
        m_valid = false;
    m_revision = editor.outlineRevision();
    const bool same = m_valid && view.origin == m_view.origin && view.scale == m_view.scale &&
                      size == m_size && devicePixelRatio == m_ratio;
    if (!same) {
        QRegion exposed(QRect(QPoint(), size));
        if (!scroll(view, size, devicePixelRatio, exposed))
            m_picture = blank(size, devicePixelRatio);
        m_view = view;
        m_size = size;
        m_ratio = devicePixelRatio;
        m_valid = true;
        QPainter layer(&m_picture);
        for (const QRect& part : exposed) {
            layer.setClipRect(part);
            layer.setCompositionMode(QPainter::CompositionMode_Source);
            layer.fillRect(part, Qt::transparent);
            layer.setCompositionMode(QPainter::CompositionMode_SourceOver);
            paintShapes(layer, editor, colors, view, part);
        }
    }
    painter.drawImage(0, 0, m_picture);
}

} // namespace graft::ui
