#include "ui/frame/RailButton.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kHeight = 56;
constexpr int kIcon = 24;
constexpr int kRing = 32;
constexpr int kMark = 3; ///< the bar beside the current page
constexpr int kLargestCount = 99;

} // namespace

RailButton::RailButton(const QString& iconName, const QString& text, QWidget* parent)
    : QAbstractButton(parent), m_iconName(iconName) {
    setText(text);
    setCheckable(true);
    setAutoExclusive(false);
    setFocusPolicy(Qt::StrongFocus);
    setFont(theme::font(theme::TextSize::Small, QFont::Medium));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, [this] { update(); });
    describe();
}

void RailButton::setReason(const QString& reason) {
    if (m_reason == reason)
        return;
    m_reason = reason;
    describe();
}

void RailButton::setShortcutText(const QString& text) {
    m_shortcut = text;
    describe();
}

void RailButton::setCount(int count) {
    if (m_count == count)
        return;
    m_count = count;
    describe();
}

void RailButton::setProgress(double progress) {
    if (m_progress == progress)
        return;
    const bool shown = m_progress >= 0;
    m_progress = progress;
    if (shown != (progress >= 0))
        describe();
    update();
}

void RailButton::describe() {
    QString tip = m_shortcut.isEmpty() ? text() : QStringLiteral("%1 (%2)").arg(text(), m_shortcut);
    if (!m_reason.isEmpty())
        tip += QLatin1Char('\n') + m_reason;
    setToolTip(tip);
    setAccessibleName(m_count > 0 ? QStringLiteral("%1, %2").arg(text(), countText(m_count)) : text());
    setAccessibleDescription(!m_reason.isEmpty() ? tr("Not ready: %1").arg(m_reason)
                             : m_progress >= 0   ? tr("In progress")
                                                 : QString());
    update();
}

QSize RailButton::sizeHint() const {
    return {theme::kRailWidth, kHeight};
}

bool RailButton::event(QEvent* event) {
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

void RailButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void RailButton::paintGround(QPainter& painter) const {
    const theme::Palette& colors = theme::palette();
    const QRectF ground = QRectF(rect()).adjusted(theme::kUnit, 2, -theme::kUnit, -2);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse() || isDown()) {
        painter.setBrush(isDown() ? colors.pressed : isChecked() ? colors.selection : colors.hover);
        painter.drawRoundedRect(ground, theme::kRadius, theme::kRadius);
    }
    if (isChecked()) {
        painter.setBrush(colors.accent);
        painter.drawRoundedRect(QRectF(0, 14, kMark, height() - 28), 1.5, 1.5);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.accent, 2));
        painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), theme::kRadius, theme::kRadius);
    }
}

void RailButton::paintIcon(QPainter& painter, const QRect& place) const {
    const theme::Palette& colors = theme::palette();
    const bool ready = m_reason.isEmpty() || isChecked() || underMouse();
    theme::icon(m_iconName, ready ? colors.text : colors.outline).paint(&painter, place);
    painter.setPen(ready ? colors.text : colors.secondary);
    painter.setFont(font());
    painter.drawText(QRect(0, place.bottom() + 3, width(), height() - place.bottom() - 5),
                     Qt::AlignHCenter | Qt::AlignTop, text());
}

void RailButton::paintCount(QPainter& painter, const QRect& icon) const {
    const theme::Palette& colors = theme::palette();
    const QString number =
        m_count > kLargestCount ? QStringLiteral("%1+").arg(kLargestCount) : QString::number(m_count);
    painter.setFont(theme::tabularFont(theme::TextSize::Small));
    const int wide = std::max(16, painter.fontMetrics().horizontalAdvance(number) + 8);
    const QRect badge(icon.right() - 6, icon.top() - 6, wide, 16);
    painter.setPen(QPen(colors.surface, 2));
    painter.setBrush(colors.text);
    painter.drawRoundedRect(badge, 8, 8);
    painter.setPen(colors.surface);
    painter.drawText(badge, Qt::AlignCenter, number);
}

void RailButton::paintRing(QPainter& painter, const QRect& icon) const {
    const theme::Palette& colors = theme::palette();
    const QRectF ring(icon.center().x() + 0.5 - kRing / 2.0, icon.center().y() + 0.5 - kRing / 2.0, kRing,
                      kRing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.hairline, 2));
    painter.drawEllipse(ring);
    const bool known = m_progress <= 1;
    painter.setPen(QPen(colors.accent, 2, known ? Qt::SolidLine : Qt::DotLine, Qt::RoundCap));
    painter.drawArc(ring, 90 * 16, known ? -int(std::clamp(m_progress, 0.02, 1.0) * 360 * 16) : 360 * 16);
}

void RailButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    const QRect icon((width() - kIcon) / 2, 10, kIcon, kIcon);
    paintIcon(painter, icon);
    if (m_progress >= 0)
        paintRing(painter, icon);
    if (m_count > 0)
        paintCount(painter, icon);
}

} // namespace graft::ui
