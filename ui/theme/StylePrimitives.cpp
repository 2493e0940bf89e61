// The small pieces: frames, panels, indicators, arrows.
#include "ui/theme/Palettes.h"
#include "ui/theme/StudioStyle.h"
#include "ui/theme/StylePaint.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QStyleOption>
#include <QTableView>
#include <QTreeView>

#include <algorithm>
#include <optional>

namespace graft::ui::theme {
namespace {

bool hasOwnRing(const QWidget* widget) {
    return qobject_cast<const QCheckBox*>(widget) || qobject_cast<const QRadioButton*>(widget) ||
           qobject_cast<const QPushButton*>(widget);
}

/// Outline of a check box or radio button; answers where its filled part is.
QRectF paintIndicatorFrame(QPainter& painter, const QRectF& area, double radius, bool filled,
                           const QStyleOption& option) {
    const Palette& colors = palette();
    QRectF inside = area;
    if (hasFocus(option)) {
        paintFocusRing(painter, area, radius);
        inside = area.adjusted(3, 3, -3, -3);
        radius -= 2;
        if (!filled)
            return inside;
    }
    const QColor fill = !isEnabled(option) ? (filled ? colors.hairline : QColor(Qt::transparent))
                        : filled           ? washed(colors.accentFill, option)
                                           : washed(colors.surface, option);
    paintBox(painter, inside, fill,
             filled              ? QColor()
             : isEnabled(option) ? colors.outline
                                 : colors.hairline,
             radius, 1.25);
    return inside;
}

void paintCheckBox(QPainter& painter, const QStyleOption& option) {
    QRectF box(0, 0, kIndicator, kIndicator);
    box.moveCenter(QRectF(option.rect).center());
    const bool checked = option.state & QStyle::State_On;
    const bool partly = option.state & QStyle::State_NoChange;
    const QRectF inside = paintIndicatorFrame(painter, box, kSmallRadius, checked || partly, option);
    const QColor ink = inkFor(option, palette().onAccent);
    if (checked)
        paintCheckMark(painter, inside, ink);
    else if (partly)
        paintBox(painter, QRectF(inside.center().x() - 4, inside.center().y() - 1, 8, 2), ink, {}, 1);
}

void paintRadioButton(QPainter& painter, const QStyleOption& option) {
    QRectF circle(0, 0, kIndicator, kIndicator);
    circle.moveCenter(QRectF(option.rect).center());
    const bool checked = option.state & QStyle::State_On;
    const QRectF inside = paintIndicatorFrame(painter, circle, kIndicator / 2.0, checked, option);
    if (!checked)
        return;
    const double side = inside.width() * 0.4;
    paintBox(painter, QRectF(inside.center() - QPointF(side, side) / 2, QSizeF(side, side)),
             inkFor(option, palette().onAccent), {}, side / 2);
}

// In a table a row is one band; in a list every item is a rounded one.
void paintItemPanel(QPainter& painter, const QStyleOptionViewItem& item, const QWidget* widget) {
    const Palette& colors = palette();
    if (item.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(item.rect, item.backgroundBrush);
    const bool selected = item.state & QStyle::State_Selected;
    const bool hovered = isHovered(item);
    if (!selected && !hovered)
        return;
    const QColor wash = selected ? colors.selection : colors.hover;
    if (qobject_cast<const QTableView*>(widget) || qobject_cast<const QTreeView*>(widget))
        painter.fillRect(item.rect, wash);
    else
        paintBox(painter, QRectF(item.rect).adjusted(1, 1, -1, -1), wash, {}, kSmallRadius);
}

void paintFrame(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const bool focused = widget && qobject_cast<const QAbstractScrollArea*>(widget) && hasFocus(option);
    if (focused && !qobject_cast<const QAbstractItemView*>(widget))
        paintFocusRing(painter, option.rect, kSmallRadius);
    else
        paintBox(painter, option.rect, {}, palette().hairline,
                 widget && widget->isWindow() ? 0 : kSmallRadius);
}

void paintBranch(QPainter& painter, const QStyleOption& option) {
    if (option.state & QStyle::State_Children)
        paintChevron(painter, option.state & QStyle::State_Open ? Qt::DownArrow : Qt::RightArrow, option.rect,
                     palette().secondary, 12);
}

std::optional<Qt::ArrowType> arrowOf(QStyle::PrimitiveElement element) {
    switch (element) {
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorSpinDown:
    case QStyle::PE_IndicatorButtonDropDown:
        return Qt::DownArrow;
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorSpinUp:
        return Qt::UpArrow;
    case QStyle::PE_IndicatorArrowLeft:
        return Qt::LeftArrow;
    case QStyle::PE_IndicatorArrowRight:
        return Qt::RightArrow;
    default:
        return {};
    }
}

} // namespace

void StudioStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const {
    const Palette& colors = theme::palette();
    if (const auto arrow = arrowOf(element))
        return paintChevron(*painter, *arrow, option->rect, inkFor(*option, colors.secondary),
                            std::min({int(kArrow), option->rect.width(), option->rect.height() + 4}));
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return drawButton(*button, *painter, widget);
        break;
    case PE_FrameFocusRect:
        if (!hasOwnRing(widget))
            paintFocusRing(*painter, option->rect, kSmallRadius);
        return;
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_FrameGroupBox:
    case PE_PanelScrollAreaCorner:
    case PE_PanelStatusBar:
        return;
    case PE_FrameTabBarBase:
        return painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                                 colors.hairline);
    case PE_FrameTabWidget:
        return painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1),
                                 colors.hairline);
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0)
            paintField(*painter, option->rect, *option);
        return;
    case PE_Frame:
    case PE_FrameWindow:
        return paintFrame(*painter, *option, widget);
    case PE_FrameMenu:
        return paintBox(*painter, option->rect, {}, colors.hairline, 0);
    case PE_PanelMenu:
        return painter->fillRect(option->rect, colors.raised);
    case PE_PanelTipLabel:
        return paintBox(*painter, option->rect, colors.raised, colors.hairline, 0);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckBox(*painter, *option);
    case PE_IndicatorRadioButton:
        return paintRadioButton(*painter, *option);
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option))
            return paintItemPanel(*painter, *item, widget);
        break;
    case PE_IndicatorHeaderArrow:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
            header && header->sortIndicator != QStyleOptionHeader::None)
            paintChevron(*painter,
                         header->sortIndicator == QStyleOptionHeader::SortUp ? Qt::UpArrow : Qt::DownArrow,
                         option->rect, colors.secondary, 12);
        return;
    case PE_IndicatorBranch:
        return paintBranch(*painter, *option);
    case PE_IndicatorTabClose:
        return icon(QStringLiteral("close"), inkFor(*option, colors.secondary)).paint(painter, option->rect);
    case PE_IndicatorItemViewItemDrop:
        return paintBox(*painter, option->rect, {}, colors.accent, kSmallRadius, kRing);
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

} // namespace graft::ui::theme
