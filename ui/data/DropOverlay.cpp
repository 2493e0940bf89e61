#include "ui/data/DropOverlay.h"

#include "ui/theme/Theme.h"

#include <QPainter>

namespace graft::ui {

DropOverlay::DropOverlay(QString text, QWidget* parent) : QWidget(parent), m_text(std::move(text)) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(m_text);
    hide();
}

void DropOverlay::showEvent(QShowEvent*) {
    setGeometry(parentWidget()->rect());
    raise();
}

void DropOverlay::paintEvent(QPaintEvent*) {
    const theme::Palette& colors = theme::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor cover = colors.window;
    cover.setAlpha(215);
    painter.fillRect(rect(), cover);
    painter.setPen(QPen(colors.accent, 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(12, 12, -12, -12), theme::kRadius, theme::kRadius);
    painter.setPen(colors.text);
    painter.setFont(theme::font(theme::TextSize::Title, QFont::DemiBold));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace graft::ui
