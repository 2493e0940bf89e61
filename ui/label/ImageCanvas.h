#pragma once

#include "ui/label/Background.h"
#include "ui/label/DetailTiles.h"
#include "ui/label/ImageLoader.h"

#include <QPointF>
#include <QWidget>

#include <memory>

namespace graft::ui {

/// One image, edge to edge: zoom to 64 screen pixels per image pixel, pan, fit. While an image is on its way
/// its thumbnail stands in at the same place and size, so that nothing jumps.
class ImageCanvas : public QWidget {
    Q_OBJECT
public:
    static constexpr double kLargestZoom = 64;

    explicit ImageCanvas(QWidget* parent = nullptr);

    /// `size`: of the image in its own pixels. A picture of the same size keeps the place and zoom of the one
    /// before.
    void setPlaceholder(const QImage& thumbnail, QSize size);
    void setImage(std::shared_ptr<const LoadedImage> image);
    void clear();

    void fit();
    void actualSize();
    void centreOn(QPointF pointInImage);
    /// The whole image, small; null where there is none.
    QImage overview() const;
    void zoomBy(double factor);
    void zoomBy(double factor, QPointF pointInView);
    bool fits() const { return m_fits; }
    /// Lines between pixels, where these are large.
    bool pixelGrid() const { return m_grid; }
    void setPixelGrid(bool on);
    const Tone& tone() const { return m_tone; }
    /// Of images of 16 bits or floats from their own samples, on another thread.
    void setTone(const Tone& tone);
    /// Screen pixels per image pixel.
    double zoom() const;

    QPointF viewFromImage(QPointF pointInImage) const { return m_origin + pointInImage * m_scale; }
    QPointF imageFromView(QPointF pointInView) const { return (pointInView - m_origin) / m_scale; }
    QRectF imageInView() const;
    /// View units per image pixel.
    double scale() const { return m_scale; }
    /// Nothing that is in view is still being read.
    bool sharp() const { return m_detail.idle(); }
    /// In its own pixels; empty without an image.
    QSize imageSize() const { return m_size; }
    /// Null: it is not here yet.
    const std::shared_ptr<const LoadedImage>& loaded() const { return m_image; }

Q_SIGNALS:
    /// Or the place.
    void zoomChanged();
    void pictureChanged();
    /// By the hand: the right button was held and the pointer moved.
    void toneChanged();

protected:
    /// The right button was let go where it was pressed: a menu is wanted.
    virtual void menuWanted(QPoint) {}
    /// What stays where it is in the view when keys or buttons zoom.
    virtual QPointF zoomCentre() const { return QRectF(rect()).center(); }
    /// Moves the image as little as brings this place into view, with something around it.
    void bringIntoView(QPointF pointInImage);
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void setSize(QSize size);
    void setView(double scale, QPointF origin);
    double fitScale() const;
    QPointF keptInside(QPointF origin, double scale) const;
    const QImage& levelFor(double scale) const;
    void paintPicture(QPainter& painter, const QImage& picture);
    QImage render(const QImage& picture);
    void paintGrid(QPainter& painter) const;
    void paintTone(QPainter& painter) const;
    void paintNote(QPainter& painter, const QString& text) const;
    void retone();
    void dragTone(QPointF to, bool gamma);
    void paintProblem(QPainter& painter) const;

    std::shared_ptr<const LoadedImage> m_image;
    DetailTiles m_detail;
    QImage m_placeholder;
    QSize m_size;
    double m_scale = 1; ///< view units per image pixel
    QPointF m_origin;   ///< of the image, in the view
    /// What of the picture is in view, as it was painted last.
    struct Painted {
        qint64 picture = 0;
        double scale = 0;
        QPointF origin;
        QImage pixels;
    };
    Painted m_painted;
    Tone m_tone;
    std::shared_ptr<const LoadedImage> m_toned; ///< from samples; null: as it was loaded
    Background m_toner;
    Background::Ticket m_toneTicket;
    QPointF m_toneFrom; ///< of the drag that is under way
    bool m_toning = false;
    bool m_grid = true;
    bool m_fits = true;
    bool m_panning = false;
    QPointF m_panFrom;
};

} // namespace graft::ui
