#include "ui/label/ImageCanvas.h"

#include "ui/theme/Theme.h"

#include <QGestureEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace graft::ui {
namespace {

constexpr double kHandTrembles = 4; ///< in the view
constexpr double kAroundPlace = 40; ///< in the view

} // namespace

ImageCanvas::ImageCanvas(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("imageCanvas"));
    setAccessibleName(tr("Image"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(200, 160);
    grabGesture(Qt::PinchGesture);
    setContextMenuPolicy(Qt::PreventContextMenu); // the right button is held for the tone
    const auto repaint = [this] {
        m_painted = {};
        update();
    };
    connect(&theme::Theme::current(), &theme::Theme::changed, this, repaint);
    connect(&m_detail, &DetailTiles::arrived, this, repaint);
}

void ImageCanvas::setPlaceholder(const QImage& thumbnail, QSize size) {
    m_image.reset();
    m_detail.setImage(nullptr);
    m_placeholder = thumbnail;
    setSize(size);
    update();
    Q_EMIT pictureChanged();
}

void ImageCanvas::setImage(std::shared_ptr<const LoadedImage> image) {
    m_image = std::move(image);
    m_detail.setImage(m_image);
    m_placeholder = {};
    retone();
    setAccessibleDescription(m_image ? m_image->problem : QString());
    if (m_image && !m_image->levels.empty())
        setSize(m_image->size);
    update();
    Q_EMIT pictureChanged();
}

QImage ImageCanvas::overview() const {
    return m_image && !m_image->levels.empty() ? m_image->levels.back() : m_placeholder;
}

void ImageCanvas::clear() {
    m_image.reset();
    m_detail.setImage(nullptr);
    m_placeholder = {};
    setSize({});
    update();
    Q_EMIT pictureChanged();
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

void ImageCanvas::centreOn(QPointF pointInImage) {
    setView(m_scale, QPointF(rect().center()) - pointInImage * m_scale);
}

void ImageCanvas::bringIntoView(QPointF pointInImage) {
    const QPointF at = viewFromImage(pointInImage);
    const QPointF kept(std::clamp(at.x(), kAroundPlace, std::max(kAroundPlace, width() - kAroundPlace)),
                       std::clamp(at.y(), kAroundPlace, std::max(kAroundPlace, height() - kAroundPlace)));
    if (!m_fits && kept != at)
        setView(m_scale, m_origin + kept - at);
}

double ImageCanvas::zoom() const {
    return m_scale * devicePixelRatioF();
}

void ImageCanvas::zoomBy(double factor) {
    zoomBy(factor, zoomCentre());
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

// Images of 8 bits are toned where they are painted; others anew from their samples.
void ImageCanvas::setTone(const Tone& tone) {
    m_tone = tone;
    m_detail.setTone(tone);
    m_painted = {};
    retone();
    update();
}

void ImageCanvas::retone() {
    m_toneTicket.reset();
    if (!m_image || m_image->samples.empty() || m_tone == Tone()) {
        m_toned.reset();
        return;
    }
    m_toneTicket = m_toner.start([this, image = m_image, tone = m_tone]() -> std::function<void()> {
        return [this, result = std::make_shared<const LoadedImage>(toned(*image, tone))] {
            m_toned = result;
            update();
        };
    });
}

// To the right the window gets wider, downwards its middle lower; with Shift upwards the middle brighter.
void ImageCanvas::dragTone(QPointF to, bool gamma) {
    constexpr double kWay = 400, kNarrowest = 0.01;
    const QPointF by = (to - std::exchange(m_toneFrom, to)) / kWay;
    Tone tone = m_tone;
    if (gamma) {
        tone.gamma = std::clamp(tone.gamma * std::exp(-2 * by.y()), 0.2, 5.0);
    } else {
        const double middle = (tone.low + tone.high) / 2 + by.y();
        const double width = std::max(kNarrowest, (tone.high - tone.low) * std::exp(2 * by.x()));
        tone.low = std::clamp(middle - width / 2, -1.0, 1.0);
        tone.high = std::clamp(middle + width / 2, tone.low + kNarrowest, 2.0);
    }
    setTone(tone);
    Q_EMIT toneChanged();
}

void ImageCanvas::setPixelGrid(bool on) {
    m_grid = on;
    update();
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
    if (event->button() == Qt::RightButton) {
        m_toneFrom = event->position();
        return;
    }
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return QWidget::mousePressEvent(event);
    m_panning = true;
    m_panFrom = event->position() - m_origin;
}

void ImageCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::RightButton) {
        if (m_toning || (event->position() - m_toneFrom).manhattanLength() > kHandTrembles) {
            m_toning = true;
            dragTone(event->position(), event->modifiers() & Qt::ShiftModifier);
        }
        return;
    }
    if (!m_panning)
        return;
    setCursor(Qt::ClosedHandCursor);
    setView(m_scale, event->position() - m_panFrom);
}

void ImageCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::RightButton) {
        if (!std::exchange(m_toning, false))
            menuWanted(event->position().toPoint());
        return;
    }
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
