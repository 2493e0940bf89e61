#include "ui/train/RunDelegate.h"

#include "ui/theme/Theme.h"
#include "ui/train/RunListModel.h"

#include <QFontMetrics>
#include <QPainter>

namespace graft::ui {
namespace {

constexpr int kHeight = 44;
constexpr int kDot = 8;

QColor dotColor(int tone) {
    const theme::Palette& palette = theme::palette();
    switch (RunListModel::Tone(tone)) {
    case RunListModel::Tone::Good:
        return palette.success;
    case RunListModel::Tone::Warning:
        return palette.warning;
    case RunListModel::Tone::Bad:
        return palette.danger;
    case RunListModel::Tone::Quiet:
        break;
    }
    return palette.secondary;
}

void drawText(QPainter& painter, const QRect& line, const QString& text, theme::TextSize size,
              const QColor& color) {
    painter.setFont(theme::font(size));
    painter.setPen(color);
    const QFontMetrics metrics(painter.font());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideRight, line.width()));
}

} // namespace

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const theme::Palette& palette = theme::palette();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect area = option.rect.adjusted(0, 1, 0, -1);
    painter->setPen(Qt::NoPen);
    if (option.state & QStyle::State_Selected)
        painter->setBrush(palette.selection);
    else
        painter->setBrush(option.state & QStyle::State_MouseOver ? palette.hover : QColor(Qt::transparent));
    painter->drawRoundedRect(area, theme::kRadius, theme::kRadius);
    painter->setBrush(dotColor(index.data(RunListModel::ToneRole).toInt()));
    painter->drawEllipse(QRect(area.left() + theme::kInside, area.center().y() - kDot / 2, kDot, kDot));
    const QRect text = area.adjusted(2 * theme::kInside + kDot, theme::kUnit, -theme::kInside, -theme::kUnit);
    const QRect upper(text.left(), text.top(), text.width(), text.height() / 2);
    drawText(*painter, upper, index.data().toString(), theme::TextSize::Body, palette.text);
    drawText(*painter, upper.translated(0, upper.height()), index.data(RunListModel::SummaryRole).toString(),
             theme::TextSize::Small, palette.secondary);
    if (option.state & QStyle::State_HasFocus) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(palette.accent, 2));
        painter->drawRoundedRect(area.adjusted(1, 0, -1, 0), theme::kRadius, theme::kRadius);
    }
    painter->restore();
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {120, kHeight};
}

} // namespace graft::ui
