#include "ui/data/HoverCard.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace graft::ui {

HoverCard::HoverCard(QWidget* parent)
    : QFrame(parent), m_title(bodyLabel({}, this)), m_lines(secondaryLabel({}, this)) {
    setObjectName(QStringLiteral("hoverCard"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, theme::kInside, 12, theme::kInside + 2);
    layout->setSpacing(2);
    m_title->setFont(theme::font(theme::TextSize::Body, QFont::DemiBold));
    for (QLabel* label : {m_title, m_lines}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(false);
        layout->addWidget(label);
    }
    hide();
}

void HoverCard::showBeside(const QRect& anchor, const QString& title, const QStringList& lines) {
    const QFontMetrics metrics(m_title->font());
    m_title->setText(metrics.elidedText(title, Qt::ElideMiddle, 300));
    m_lines->setText(lines.join(u'\n'));
    adjustSize();
    const QRect room = parentWidget()->rect().adjusted(4, 4, -4, -4);
    QPoint corner(anchor.left(), anchor.bottom() + theme::kUnit);
    if (corner.y() + height() > room.bottom())
        corner.setY(anchor.top() - theme::kUnit - height());
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())));
    corner.setY(std::clamp(corner.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    move(corner);
    raise();
    show();
}

void HoverCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::palette().hairline);
    painter.setBrush(theme::palette().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::kRadius, theme::kRadius);
}

} // namespace graft::ui
