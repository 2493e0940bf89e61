#include "ui/label/ImageCanvas.h"

#include "ui/theme/Palettes.h"
#include "ui/theme/Theme.h"

#include <QGestureEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPinchGesture>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace graft::ui {

ImageCanvas::ImageCanvas(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("imageCanvas"));
    setAccessibleName(tr("Image"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(200, 160);
    grabGesture(Qt::PinchGesture);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, [this] { update(); });
}

void ImageCanvas::setPlaceholder(const QImage& thumbnail, QSize size) {
    m_image.reset();
    m_placeholder = thumbnail;
    setSize(size);
    update();
}

void ImageCanvas::setImage(std::shared_ptr<const LoadedImage> image) {
    m_image = std::move(image);
    m_placeholder = {};
    setAccessibleDescription(m_image ? m_image->problem : QString());
    if (m_image && !m_image->levels.empty())
        setSize(m_image->size);
    update();
}

void ImageCanvas::clear() {
    m_image.reset();
    m_placeholder = {};
    setSize({});
    update();
}

void ImageCanvas::setSize(QSize size) {
    if (size == m_size)
        return;
    m_size = size;
    fit();
}

double ImageCanvas::fitScale() const {
    if (m_size.isEmpty() || size().isEmpty())
        return 1;
    const double wanted = std::min(double(width()) / m_size.width(), double(height()) / m_size.height());
    return std::min(wanted, 8 / devicePixelRatioF()); // a tiny image need not fill the screen
}

void ImageCanvas::fit() {
    m_fits = true;
    setView(fitScale(), {});
}

void ImageCanvas::actualSize() {
    const QPointF centre = imageFromView(rect().center());
    m_fits = false;
    const double scale = 1 / devicePixelRatioF();
    setView(scale, QPointF(rect().center()) - centre * scale);
}

double ImageCanvas::zoom() const {
    return m_scale * devicePixelRatioF();
}

void ImageCanvas::zoomBy(double factor) {
    zoomBy(factor, QRectF(rect()).center());
}

void ImageCanvas::zoomBy(double factor, QPointF pointInView) {
    if (m_size.isEmpty())
        return;
    const double smallest = std::min(fitScale(), 1 / devicePixelRatioF());
    const double scale = std::clamp(m_scale * factor, smallest, kLargestZoom / devicePixelRatioF());
    const QPointF anchor = imageFromView(pointInView);
    m_fits = std::abs(scale - fitScale()) < 1e-9;
    setView(scale, pointInView - anchor * scale);
}

// An image smaller than the view stands in its middle; a larger one leaves no gap at its edges.
QPointF ImageCanvas::keptInside(QPointF origin, double scale) const {
    const double ratio = devicePixelRatioF();
    const auto along = [ratio](double at, double length, double room) {
        // In the middle on whole pixels of the screen, so that 100 % is sharp.
        return length <= room ? std::round((room - length) / 2 * ratio) / ratio
                              : std::clamp(at, room - length, 0.0);
    };
    return {along(origin.x(), m_size.width() * scale, width()),
            along(origin.y(), m_size.height() * scale, height())};
}

void ImageCanvas::setView(double scale, QPointF origin) {
    m_scale = scale;
    m_origin = keptInside(origin, scale);
    update();
    Q_EMIT zoomChanged();
}

QRectF ImageCanvas::imageInView() const {
    return {m_origin, QSizeF(m_size) * m_scale};
}

void ImageCanvas::resizeEvent(QResizeEvent*) {
    m_fits ? fit() : setView(m_scale, m_origin);
}

// The smallest level that still has a pixel for every pixel of the screen.
const QImage& ImageCanvas::levelFor(double scale) const {
    const double wanted = m_size.width() * scale * devicePixelRatioF();
    for (auto level = m_image->levels.rbegin(); level != m_image->levels.rend(); ++level)
        if (level->width() >= wanted)
            return *level;
    return m_image->levels.front();
}

void ImageCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::blended(theme::palette().pressed, theme::palette().window));
    if (m_image && m_image->levels.empty())
        paintProblem(painter);
    else if (m_image)
        paintPicture(painter, levelFor(m_scale));
    else if (!m_placeholder.isNull())
        paintPicture(painter, m_placeholder);
}

void ImageCanvas::paintPicture(QPainter& painter, const QImage& picture) const {
    const QRectF visible = imageInView().intersected(rect());
    if (visible.isEmpty())
        return;
    const double ratio = double(picture.width()) / m_size.width(); // picture pixels per image pixel
    const QRectF source(imageFromView(visible.topLeft()) * ratio, visible.size() / m_scale * ratio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom() < 3 || ratio < 1);
    painter.drawImage(visible, picture, source);
}

void ImageCanvas::paintProblem(QPainter& painter) const {
    const theme::Palette& colors = theme::palette();
    const int side = 32;
    const QRect text(width() / 2 - std::min(width() - 32, 480) / 2, height() / 2, std::min(width() - 32, 480),
                     height() / 2);
    theme::icon(QStringLiteral("warning"), colors.warning)
        .paint(&painter, QRect(width() / 2 - side / 2, text.top() - side - 44, side, side));
    painter.setPen(colors.text);
    painter.setFont(theme::font(theme::TextSize::Lead, QFont::DemiBold));
    painter.drawText(text.adjusted(0, -32, 0, 0), Qt::AlignHCenter | Qt::AlignTop,
                     tr("This image cannot be shown"));
    painter.setPen(colors.secondary);
    painter.setFont(theme::font(theme::TextSize::Body));
    painter.drawText(text, int(Qt::AlignHCenter | Qt::AlignTop) | int(Qt::TextWordWrap), m_image->problem);
}

bool ImageCanvas::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomBy(1 + gesture->value(), gesture->position());
            return true;
        }
    }
    if (event->type() == QEvent::Gesture)
        if (const auto* pinch =
                static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture))) {
            zoomBy(pinch->scaleFactor(), mapFromGlobal(pinch->centerPoint()));
            return true;
        }
    return QWidget::event(event);
}

// A wheel zooms; two fingers on a touchpad move the image, with Ctrl they zoom.
void ImageCanvas::wheelEvent(QWheelEvent* event) {
    const bool touchpad = event->phase() != Qt::NoScrollPhase && !event->pixelDelta().isNull();
    if (touchpad && !(event->modifiers() & Qt::ControlModifier))
        setView(m_scale, m_origin + event->pixelDelta());
    else if (event->angleDelta().y() != 0)
        zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void ImageCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return QWidget::mousePressEvent(event);
    m_panning = true;
    m_panFrom = event->position() - m_origin;
}

void ImageCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (!m_panning)
        return;
    setCursor(Qt::ClosedHandCursor);
    setView(m_scale, event->position() - m_panFrom);
}

void ImageCanvas::mouseReleaseEvent(QMouseEvent*) {
    m_panning = false;
    unsetCursor();
}

void ImageCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    if (!m_fits)
        return fit();
    const double factor = 1 / devicePixelRatioF() / m_scale;
    zoomBy(factor > 1.05 ? factor : 2, event->position());
}

} // namespace graft::ui
