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
#include <array>
#include <cmath>
#include <utility>

namespace graft::ui {
namespace {

constexpr double kHandTrembles = 4; ///< in the view
constexpr double kAroundPlace = 40; ///< in the view
constexpr double kGridZoom = 10;    ///< screen pixels per image pixel, from which the grid is drawn

/// The same change for each channel.
void throughTable(QImage& pixels, const QRect& area, const Tone& tone) {
    std::array<std::uint8_t, 256> table;
    for (int value = 0; value < 256; ++value) {
        const double shown = std::clamp((value / 255.0 - tone.low) / (tone.high - tone.low), 0.0, 1.0);
        table[std::size_t(value)] = std::uint8_t(std::lround(255 * std::pow(shown, 1 / tone.gamma)));
    }
    const QRect inside = area.intersected(pixels.rect());
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(pixels.scanLine(y));
        for (int x = inside.left(); x <= inside.right(); ++x)
            line[x] = qRgb(table[std::size_t(qRed(line[x]))], table[std::size_t(qGreen(line[x]))],
                           table[std::size_t(qBlue(line[x]))]);
    }
}

} // namespace

ImageCanvas::ImageCanvas(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("imageCanvas"));
    setAccessibleName(tr("Image"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(200, 160);
    grabGesture(Qt::PinchGesture);
    setContextMenuPolicy(Qt::PreventContextMenu); // the right button is held for the tone
    connect(&theme::Theme::current(), &theme::Theme::changed, this, [this] {
        m_painted = {};
        update();
    });
}

void ImageCanvas::setPlaceholder(const QImage& thumbnail, QSize size) {
    m_image.reset();
    m_placeholder = thumbnail;
    setSize(size);
    update();
    Q_EMIT pictureChanged();
}

void ImageCanvas::setImage(std::shared_ptr<const LoadedImage> image) {
    m_image = std::move(image);
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

// The smallest level that still has a pixel for every pixel of the screen.
const QImage& ImageCanvas::levelFor(double scale) const {
    const double wanted = m_size.width() * scale * devicePixelRatioF();
    const std::vector<QImage>& levels = (m_toned ? m_toned : m_image)->levels;
    for (auto level = levels.rbegin(); level != levels.rend(); ++level)
        if (level->width() >= wanted)
            return *level;
    return levels.front();
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

// Scaling is the dear part; a frame in which only the pointer moved does without.
void ImageCanvas::paintPicture(QPainter& painter, const QImage& picture) {
    const bool same = m_painted.picture == picture.cacheKey() && m_painted.scale == m_scale &&
                      m_painted.origin == m_origin &&
                      m_painted.pixels.size() == size() * devicePixelRatioF() &&
                      m_painted.pixels.devicePixelRatio() == devicePixelRatioF();
    if (!same)
        m_painted = {picture.cacheKey(), m_scale, m_origin, render(picture)};
    painter.drawImage(0, 0, m_painted.pixels);
    if (m_grid && zoom() >= kGridZoom)
        paintGrid(painter);
    if (!(m_tone == Tone()))
        paintTone(painter);
}

QImage ImageCanvas::render(const QImage& picture) const {
    QImage pixels(size() * devicePixelRatioF(), QImage::Format_RGB32);
    pixels.setDevicePixelRatio(devicePixelRatioF());
    pixels.fill(theme::blended(theme::palette().pressed, theme::palette().window));
    const QRectF visible = imageInView().intersected(rect());
    if (visible.isEmpty())
        return pixels;
    QPainter painter(&pixels);
    const double ratio = double(picture.width()) / m_size.width(); // picture pixels per image pixel
    const QRectF source(imageFromView(visible.topLeft()) * ratio, visible.size() / m_scale * ratio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom() < 3 || ratio < 1);
    painter.drawImage(visible, picture, source);
    painter.end();
    if (m_image && m_image->samples.empty() && !(m_tone == Tone()))
        throughTable(
            pixels,
            QRectF(visible.topLeft() * devicePixelRatioF(), visible.size() * devicePixelRatioF()).toRect(),
            m_tone);
    return pixels;
}

// Images of 8 bits are toned where they are painted; others anew from their samples.
void ImageCanvas::setTone(const Tone& tone) {
    m_tone = tone;
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

void ImageCanvas::paintTone(QPainter& painter) const {
    const QString text = tr("Values %1 – %2 %, gamma %3")
                             .arg(std::lround(m_tone.low * 100))
                             .arg(std::lround(m_tone.high * 100))
                             .arg(m_tone.gamma, 0, 'f', 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme::font(theme::TextSize::Small));
    QRectF room(0, 0, painter.fontMetrics().horizontalAdvance(text) + 2 * theme::kInside, 22);
    room.moveBottomLeft(QPointF(theme::kInside, height() - theme::kInside));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::palette().raised);
    painter.drawRoundedRect(room, theme::kUnit, theme::kUnit);
    painter.setPen(theme::palette().text);
    painter.drawText(room, Qt::AlignCenter, text);
}

// On the edges of pixels, where masks and boxes end as well.
void ImageCanvas::paintGrid(QPainter& painter) const {
    const QRectF visible = imageInView().intersected(rect());
    const QPointF from = imageFromView(visible.topLeft()), to = imageFromView(visible.bottomRight());
    painter.setRenderHint(QPainter::Antialiasing, false);
    QColor line = theme::palette().secondary;
    line.setAlphaF(0.45F);
    painter.setPen(QPen(line, 1));
    for (int x = int(std::ceil(from.x())); x <= int(to.x()); ++x) {
        const double at = viewFromImage(QPointF(x, 0)).x();
        painter.drawLine(QPointF(at, visible.top()), QPointF(at, visible.bottom()));
    }
    for (int y = int(std::ceil(from.y())); y <= int(to.y()); ++y) {
        const double at = viewFromImage(QPointF(0, y)).y();
        painter.drawLine(QPointF(visible.left(), at), QPointF(visible.right(), at));
    }
}

void ImageCanvas::setPixelGrid(bool on) {
    m_grid = on;
    update();
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
