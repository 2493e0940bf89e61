#pragma once

#include <QWidget>

namespace graft::ui {

class ImageCanvas;

/// The whole image, small, in a corner of the canvas, with a frame around what is in view; a click or a drag
/// goes there. Shown while the image does not fit.
class MiniMap : public QWidget {
    Q_OBJECT
public:
    explicit MiniMap(ImageCanvas& canvas);
    bool isWanted() const { return m_wanted; }
    void setWanted(bool wanted);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void follow();
    void goTo(QPointF at);
    QRectF picture() const;

    ImageCanvas& m_canvas;
    bool m_wanted = true;
};

} // namespace graft::ui
