#include "ui/start/RecentCard.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace graft::ui {
namespace {

constexpr int kWidth = 232;
constexpr int kPictureHeight = 124;
constexpr int kTextHeight = 64;
constexpr int kGap = 2;

QString nameOf(const QString& folder) {
    const QFileInfo info(folder);
    return info.suffix() == QLatin1String("graft") ? info.completeBaseName() : info.fileName();
}

void fillWith(QPainter& painter, const QRectF& place, const QImage& picture) {
    const QSizeF size = QSizeF(place.size()).scaled(picture.size(), Qt::KeepAspectRatio);
    const QRectF source(QPointF((picture.width() - size.width()) / 2, (picture.height() - size.height()) / 2),
                        size);
    painter.drawImage(place, picture, source);
}

/// One picture alone, two side by side, or a large one beside two small ones.
std::vector<QRectF> tiles(const QRectF& place, std::size_t count) {
    if (count <= 1)
        return {place};
    const double left = count == 2 ? (place.width() - kGap) / 2 : place.width() * 0.64;
    const QRectF first(place.topLeft(), QSizeF(left, place.height()));
    const QRectF rest = place.adjusted(left + kGap, 0, 0, 0);
    if (count == 2)
        return {first, rest};
    const double half = (rest.height() - kGap) / 2;
    return {first, QRectF(rest.topLeft(), QSizeF(rest.width(), half)),
            QRectF(rest.left(), rest.top() + half + kGap, rest.width(), half)};
}

} // namespace

RecentCard::RecentCard(const QString& folder, QWidget* parent)
    : QAbstractButton(parent), m_folder(folder), m_name(nameOf(folder)),
      m_remove(new IconButton(QStringLiteral("close"), tr("Take %1 off this list").arg(m_name), this)) {
    setObjectName(QStringLiteral("recentCard"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setText(m_name);
    setAccessibleName(m_name);
    setToolTip(QDir::toNativeSeparators(folder));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_remove->setObjectName(QStringLiteral("removeRecent"));
    m_remove->setFocusPolicy(Qt::NoFocus); // Delete does it
    m_remove->setCursor(Qt::ArrowCursor);
    m_remove->hide();
    connect(m_remove, &QToolButton::clicked, this, &RecentCard::removed);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, [this] { update(); });
    setGlimpse({});
}

void RecentCard::setGlimpse(const ProjectGlimpse& glimpse) {
    m_glimpse = glimpse;
    setAccessibleDescription(whenText());
    m_remove->setVisible(isMissing() || underMouse());
    update();
}

QSize RecentCard::sizeHint() const {
    return {kWidth, kPictureHeight + kTextHeight};
}

QString RecentCard::whenText() const {
    if (isMissing())
        return tr("Not found at its place");
    if (!m_glimpse.changed.isValid())
        return {};
    const qint64 days = m_glimpse.changed.date().daysTo(QDate::currentDate());
    if (days == 0)
        return tr("Today, %1").arg(QLocale().toString(m_glimpse.changed.time(), QLocale::ShortFormat));
    if (days == 1)
        return tr("Yesterday");
    return QLocale().toString(m_glimpse.changed.date(), QLocale::LongFormat);
}

QRectF RecentCard::picturePlace() const {
    return QRectF(1, 1, width() - 2, kPictureHeight);
}

void RecentCard::paintPictures(QPainter& painter) const {
    const theme::Palette& colors = theme::palette();
    painter.fillRect(picturePlace(), colors.raised);
    if (m_glimpse.pictures.empty()) {
        const QString icon = isMissing() ? QStringLiteral("warning") : QStringLiteral("image");
        QRect place(0, 0, 32, 32);
        place.moveCenter(picturePlace().center().toPoint());
        theme::icon(icon, isMissing() ? colors.warning : colors.disabled).paint(&painter, place);
        return;
    }
    const auto places = tiles(picturePlace(), m_glimpse.pictures.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        fillWith(painter, places[i], m_glimpse.pictures[i]);
}

void RecentCard::paintTexts(QPainter& painter) const {
    const theme::Palette& colors = theme::palette();
    const int left = theme::kInside + theme::kUnit;
    const QRect place(left, kPictureHeight + theme::kInside, width() - 2 * left,
                      kTextHeight - theme::kInside);
    painter.setFont(theme::font(theme::TextSize::Body, QFont::DemiBold));
    painter.setPen(isMissing() ? colors.secondary : colors.text);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(m_name, Qt::ElideRight, place.width()));
    painter.setFont(theme::font(theme::TextSize::Small));
    painter.setPen(colors.secondary);
    const QString parent = QDir::toNativeSeparators(QFileInfo(m_folder).path());
    const QFontMetrics metrics = painter.fontMetrics();
    painter.drawText(place.adjusted(0, 19, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                     metrics.elidedText(whenText(), Qt::ElideRight, place.width()));
    painter.drawText(place.adjusted(0, 34, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                     metrics.elidedText(parent, Qt::ElideMiddle, place.width()));
}

void RecentCard::paintEvent(QPaintEvent*) {
    const theme::Palette& colors = theme::palette();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(card, theme::kRadius, theme::kRadius);
    painter.fillPath(shape, colors.surface);
    painter.save();
    painter.setClipPath(shape);
    paintPictures(painter);
    if (underMouse() || isDown())
        painter.fillPath(shape, isDown() ? colors.pressed : colors.hover);
    painter.restore();
    paintTexts(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(hasFocus() ? QPen(colors.accent, 2) : QPen(colors.hairline, 1));
    painter.drawPath(shape);
}

void RecentCard::resizeEvent(QResizeEvent*) {
    const QSize size = m_remove->sizeHint();
    m_remove->setGeometry(width() - size.width() - theme::kUnit, theme::kUnit, size.width(), size.height());
}

void RecentCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete)
        Q_EMIT removed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

bool RecentCard::event(QEvent* event) {
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
        m_remove->setVisible(isMissing() || event->type() == QEvent::Enter);
        update();
    }
    return QAbstractButton::event(event);
}

} // namespace graft::ui
