#include "ui/evaluate/EstimateDelegate.h"

#include "ui/evaluate/ClassTableModel.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace graft::ui {

void EstimateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const QString interval = index.data(ClassTableModel::IntervalRole).toString();
    if (interval.isEmpty())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QWidget* view = option.widget;
    (view ? view->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &background, painter, view);
    const theme::Palette& palette = theme::palette();
    const QRect area = option.rect.adjusted(theme::kUnit, 2, -theme::kUnit, -2);
    const int middle = area.top() + area.height() * 11 / 20;
    painter->save();
    painter->setFont(theme::tabularFont(theme::TextSize::Body));
    painter->setPen(palette.text);
    painter->drawText(QRect(area.left(), area.top(), area.width(), middle - area.top()),
                      Qt::AlignRight | Qt::AlignBottom, index.data().toString());
    painter->setFont(theme::tabularFont(theme::TextSize::Small));
    painter->setPen(palette.secondary);
    painter->drawText(QRect(area.left(), middle, area.width(), area.bottom() - middle),
                      Qt::AlignRight | Qt::AlignTop, interval);
    painter->restore();
}

} // namespace graft::ui
