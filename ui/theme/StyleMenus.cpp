// Menus, and the lists of combo boxes, which are drawn as menus.
#include "ui/theme/Palettes.h"
#include "ui/theme/StudioStyle.h"
#include "ui/theme/StylePaint.h"

#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace graft::ui::theme {
namespace {

constexpr int kItemHeight = 30;
constexpr int kSeparator = 2 * kUnit + 1;
constexpr int kIconSide = 16;
constexpr int kIconColumn = kIconSide + kInside + kInside;
constexpr int kShortcutGap = kAround;

bool hasIcons(const QStyleOptionMenuItem& item) {
    return item.maxIconWidth > 0 || item.menuHasCheckableItems;
}

int textStart(const QStyleOptionMenuItem& item) {
    return hasIcons(item) ? kIconColumn + kUnit : kButtonPadding;
}

void paintSeparator(const QStyleOptionMenuItem& item, QPainter& painter) {
    const Palette& colors = palette();
    if (item.text.isEmpty()) {
        painter.fillRect(
            QRect(item.rect.left() + kInside, item.rect.center().y(), item.rect.width() - 2 * kInside, 1),
            colors.hairline);
        return;
    }
    painter.setFont(font(TextSize::Small, QFont::DemiBold));
    painter.setPen(colors.secondary);
    painter.drawText(item.rect.adjusted(kButtonPadding, 0, -kInside, -2), Qt::AlignLeft | Qt::AlignBottom,
                     item.text);
}

void paintMark(const QStyleOptionMenuItem& item, const QRect& column, QPainter& painter) {
    const Palette& colors = palette();
    QRect place(0, 0, kIconSide, kIconSide);
    place.moveCenter(column.center());
    const bool checkable = item.checkType != QStyleOptionMenuItem::NotCheckable;
    if (!item.icon.isNull())
        item.icon.paint(&painter, place, Qt::AlignCenter, isEnabled(item) ? QIcon::Normal : QIcon::Disabled,
                        item.checked ? QIcon::On : QIcon::Off);
    if (checkable && item.checked) {
        if (item.icon.isNull())
            icon(QStringLiteral("check"), inkFor(item, colors.text)).paint(&painter, place);
        else
            paintFocusRing(painter, place.adjusted(-4, -4, 4, 4), kSmallRadius);
    }
}

} // namespace

// A combo box gives the width that its list has now, a menu that of the words.
QSize StudioStyle::menuItemSize(const QStyleOptionMenuItem& item, const QSize& contents,
                                const QWidget* widget) const {
    const bool combo = qobject_cast<const QComboBox*>(widget);
    if (item.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), item.text.isEmpty() ? kSeparator : kItemHeight};
    int width = combo ? item.fontMetrics.horizontalAdvance(item.text) : contents.width();
    width += textStart(item) + kButtonPadding + kInside;
    if (item.text.contains(u'\t'))
        width += kShortcutGap;
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += kArrow;
    return {width, std::max(kItemHeight, item.fontMetrics.height() + kInside)};
}

void StudioStyle::drawMenuItem(const QStyleOptionMenuItem& item, QPainter& painter,
                               const QWidget* widget) const {
    const Palette& colors = theme::palette();
    painter.save();
    if (qobject_cast<const QComboBox*>(widget)) // its list has the ground of a window
        painter.fillRect(item.rect, colors.raised);
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        paintSeparator(item, painter);
        painter.restore();
        return;
    }
    if (item.state & State_Selected && isEnabled(item))
        paintBox(painter, item.rect, colors.selection, {}, kSmallRadius);
    const QRect column(item.rect.left() + kUnit, item.rect.top(), kIconColumn - kUnit, item.rect.height());
    paintMark(item, visualRect(item.direction, item.rect, column), painter);

    const auto tab = item.text.indexOf(u'\t');
    const QString all = tab < 0 ? item.text : item.text.left(tab);
    const QRect room = item.rect.adjusted(textStart(item), 0, -kButtonPadding, 0);
    const int mnemonics =
        proxy()->styleHint(SH_UnderlineShortcut, &item, widget) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    const QString words =
        QFontMetrics(item.font).elidedText(all, Qt::ElideRight, room.width(), Qt::TextShowMnemonic);
    painter.setFont(item.font);
    painter.setPen(inkFor(item, colors.text));
    painter.drawText(visualRect(item.direction, item.rect, room),
                     int(visualAlignment(item.direction, Qt::AlignLeft)) | Qt::AlignVCenter |
                         Qt::TextSingleLine | mnemonics,
                     words);
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(item.rect.right() - kArrow - kUnit, item.rect.top(), kArrow, item.rect.height());
        paintChevron(painter, item.direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow,
                     visualRect(item.direction, item.rect, arrow), inkFor(item, colors.secondary), 14);
    } else if (tab >= 0) {
        painter.setPen(inkFor(item, colors.secondary));
        painter.drawText(visualRect(item.direction, item.rect, room),
                         int(visualAlignment(item.direction, Qt::AlignRight)) | Qt::AlignVCenter |
                             Qt::TextSingleLine,
                         item.text.mid(tab + 1));
    }
    painter.restore();
}

void StudioStyle::drawMenuBarItem(const QStyleOptionMenuItem& item, QPainter& painter) const {
    const Palette& colors = theme::palette();
    painter.fillRect(item.rect, colors.window);
    const bool open = isPressed(item);
    if (isEnabled(item) && (open || item.state & State_Selected))
        paintBox(painter, QRectF(item.rect).adjusted(1, 1, -1, -1), open ? colors.pressed : colors.hover, {},
                 kSmallRadius);
    painter.setPen(inkFor(item, colors.text));
    painter.drawText(item.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item.text);
}

} // namespace graft::ui::theme
