#include "ui/label/MiniMap.h"

#include "ui/label/ImageCanvas.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

namespace graft::ui {
namespace {

constexpr int kSide = 148; ///< the longer one
constexpr int kRim = 3;

} // namespace

MiniMap::MiniMap(ImageCanvas& canvas) : QWidget(&canvas), m_canvas(canvas) {
    setObjectName(QStringLiteral("miniMap"));
    setAccessibleName(tr("Overview of the image"));
    setCursor(Qt::PointingHandCursor);
    canvas.installEventFilter(this);
    connect(&canvas, &ImageCanvas::zoomChanged, this, &MiniMap::follow);
    connect(&canvas, &ImageCanvas::pictureChanged, this, &MiniMap::follow);
    follow();
}

void MiniMap::setWanted(bool wanted) {
    m_wanted = wanted;
    follow();
}

void MiniMap::follow() {
    const QSize image = m_canvas.imageSize();
    const bool whole = image.isEmpty() || m_canvas.fits() ||
                       QRectF(m_canvas.rect()).adjusted(-1, -1, 1, 1).contains(m_canvas.imageInView());
    setVisible(m_wanted && !whole);
    if (!isVisibleTo(&m_canvas))
        return;
    const QSize size =
        image.scaled(kSide, kSide, Qt::KeepAspectRatio).expandedTo({24, 24}) + QSize(2 * kRim, 2 * kRim);
    const QPoint corner(m_canvas.width() - size.width() - theme::kInside,
                        m_canvas.height() - size.height() - theme::kInside);
    setGeometry(QRect(corner, size));
    update();
}

QRectF MiniMap::picture() const {
    return QRectF(rect()).adjusted(kRim, kRim, -kRim, -kRim);
}

void MiniMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const theme::Palette& colors = theme::palette();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(rect(), theme::kUnit, theme::kUnit);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(picture(), m_canvas.overview());
    const double scale = picture().width() / m_canvas.imageSize().width();
    const QPointF from = m_canvas.imageFromView(QPointF()),
                  to = m_canvas.imageFromView(QPointF(m_canvas.width(), m_canvas.height()));
    const QRectF frame =
        QRectF(picture().topLeft() + from * scale, picture().topLeft() + to * scale).intersected(picture());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme::textOn(colors.accent), 4));
    painter.drawRect(frame);
    painter.setPen(QPen(colors.accent, 2));
    painter.drawRect(frame);
}

void MiniMap::goTo(QPointF at) {
    const double scale = picture().width() / m_canvas.imageSize().width();
    m_canvas.centreOn((at - picture().topLeft()) / scale);
}

void MiniMap::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        goTo(event->position());
}

void MiniMap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton)
        goTo(event->position());
}

bool MiniMap::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        follow();
    return QWidget::eventFilter(watched, event);
}

} // namespace graft::ui
