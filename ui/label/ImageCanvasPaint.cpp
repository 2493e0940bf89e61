#include "ui/label/ImageCanvas.h"
#include "ui/theme/Palettes.h"
#include "ui/theme/Theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

// How the image is painted.
namespace graft::ui {
namespace {

constexpr double kGridZoom = 10; ///< screen pixels per image pixel, from which the grid is drawn

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
    if (!m_detail.problem().isEmpty())
        paintNote(painter, tr("Not all of this can be shown sharply. %1").arg(m_detail.problem()));
    else if (!(m_tone == Tone()))
        paintTone(painter);
}

QImage ImageCanvas::render(const QImage& picture) {
    QImage pixels(size() * devicePixelRatioF(), QImage::Format_RGB32);
    pixels.setDevicePixelRatio(devicePixelRatioF());
    pixels.fill(theme::blended(theme::palette().pressed, theme::palette().window));
    const QRectF visible = imageInView().intersected(rect());
    if (visible.isEmpty())
        return pixels;
    const QRectF part(imageFromView(visible.topLeft()), visible.size() / m_scale); // of the image
    const DetailTiles::Detail detail = m_detail.detailOf(part.toAlignedRect(), zoom(), picture);
    const bool close = !detail.picture.isNull();
    const QImage& source = close ? detail.picture : picture;
    const QRectF whole = close ? QRectF(detail.area) : QRectF(QPointF(), QSizeF(m_size));
    const double ratio = close ? 1.0 / detail.shrink : source.width() / whole.width();
    QPainter painter(&pixels);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom() < 3 || ratio < 0.99);
    painter.drawImage(visible, source,
                      QRectF((part.topLeft() - whole.topLeft()) * ratio, part.size() * ratio));
    painter.end();
    if (m_image && m_image->samples.empty() && !(m_tone == Tone()))
        throughTable(
            pixels,
            QRectF(visible.topLeft() * devicePixelRatioF(), visible.size() * devicePixelRatioF()).toRect(),
            m_tone);
    return pixels;
}

void ImageCanvas::paintTone(QPainter& painter) const {
    const QString text = tr("Values %1 – %2 %, gamma %3")
                             .arg(std::lround(m_tone.low * 100))
                             .arg(std::lround(m_tone.high * 100))
                             .arg(m_tone.gamma, 0, 'f', 2);
    paintNote(painter, text);
}

void ImageCanvas::paintNote(QPainter& painter, const QString& text) const {
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

} // namespace graft::ui
