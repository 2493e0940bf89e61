// Sizes of widgets and places of their parts.
#include "ui/theme/StudioStyle.h"
#include "ui/theme/StylePaint.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QStyleOption>

#include <algorithm>

namespace graft::ui::theme {
namespace {

constexpr int kLargestList = 480; ///< width of a combo box's list

QSize buttonSize(const QStyleOptionButton& button, const QWidget* widget) {
    const QFontMetrics metrics(widget ? widget->font() : font(TextSize::Body));
    int width = 2 * kButtonPadding;
    if (!button.text.isEmpty())
        width += metrics.size(Qt::TextShowMnemonic, button.text).width();
    if (!button.icon.isNull())
        width += button.iconSize.width() + (button.text.isEmpty() ? 0 : kInside - 2);
    if (button.features & QStyleOptionButton::HasMenu)
        width += kArrow;
    return {std::max(width, button.text.isEmpty() ? kControlHeight : 2 * kControlHeight), kControlHeight};
}

QSize toolButtonSize(const QStyleOptionToolButton& button, QSize contents) {
    contents += QSize(3 * kUnit, 3 * kUnit);
    if (button.features & QStyleOptionToolButton::MenuButtonPopup)
        contents.rwidth() += kArrowColumn - kUnit;
    else if (button.features & QStyleOptionToolButton::HasMenu)
        contents.rwidth() += kArrow - kUnit;
    return contents.expandedTo({kControlHeight, kControlHeight});
}

QRect spinPart(const QStyleOptionSpinBox& spin, QStyle::SubControl part) {
    const QRect all = spin.rect;
    const bool arrows = spin.buttonSymbols != QAbstractSpinBox::NoButtons;
    const int column = arrows ? kArrowColumn : 0;
    QRect answer;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        answer =
            arrows ? QRect(all.right() - column, all.top() + 2, column - 1, all.height() / 2 - 2) : QRect();
        break;
    case QStyle::SC_SpinBoxDown:
        answer = arrows ? QRect(all.right() - column, all.center().y() + 1, column - 1, all.height() / 2 - 2)
                        : QRect();
        break;
    case QStyle::SC_SpinBoxEditField:
        answer = all.adjusted(kFieldPadding - 2, 1, -column - 2, -1);
        break;
    default:
        answer = all;
        break;
    }
    return QStyle::visualRect(spin.direction, all, answer);
}

int listWidth(const QComboBox& combo) {
    const QAbstractItemView* view = combo.view();
    return view ? std::min(view->sizeHintForColumn(combo.modelColumn()) + 2 * kUnit, kLargestList) : 0;
}

QRect comboPart(const QStyleOptionComboBox& combo, QStyle::SubControl part) {
    const QRect all = combo.rect;
    QRect answer = all;
    if (part == QStyle::SC_ComboBoxArrow)
        answer = QRect(all.right() - kArrowColumn, all.top(), kArrowColumn, all.height());
    else if (part == QStyle::SC_ComboBoxEditField)
        answer = all.adjusted(kFieldPadding, 1, -kArrowColumn - 2, -1);
    return QStyle::visualRect(combo.direction, all, answer);
}

// No buttons at the ends: the groove is all there is.
QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part, int smallest) {
    const bool lying = bar.orientation == Qt::Horizontal;
    const int room = lying ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int length = room;
    if (range > 0)
        length = std::clamp(int(qint64(bar.pageStep) * room / std::max<qint64>(1, range + bar.pageStep)),
                            std::min(smallest, room), room);
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      room - length, bar.upsideDown);
    const auto along = [&](int from, int size) {
        return lying ? QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height())
                     : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size);
    };
    QRect answer;
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        answer = bar.rect;
        break;
    case QStyle::SC_ScrollBarSlider:
        answer = along(start, length);
        break;
    case QStyle::SC_ScrollBarSubPage:
        answer = along(0, start);
        break;
    case QStyle::SC_ScrollBarAddPage:
        answer = along(start + length, room - start - length);
        break;
    default:
        break;
    }
    return QStyle::visualRect(bar.direction, bar.rect, answer);
}

} // namespace

QSize StudioStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                    const QWidget* widget) const {
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return buttonSize(*button, widget);
        break;
    case CT_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option))
            return toolButtonSize(*button, contents);
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        size.setHeight(std::max(size.height(), kCompactHeight));
        break;
    case CT_LineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0)
            size.setHeight(std::max(contents.height() + kInside, kControlHeight));
        break;
    case CT_ComboBox:
        size = {contents.width() + kFieldPadding + kArrowColumn + kInside, kControlHeight};
        break;
    case CT_SpinBox:
        size = {contents.width() + kFieldPadding + kArrowColumn, kControlHeight};
        break;
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return menuItemSize(*item, contents, widget);
        break;
    case CT_MenuBarItem:
        size = {contents.width() + 2 * kInside + kUnit, kCompactHeight};
        break;
    case CT_ItemViewItem:
        size.setHeight(std::max(size.height(), kCompactHeight));
        break;
    case CT_HeaderSection:
        size = {size.width() + kInside, std::max(size.height(), kControlHeight)};
        break;
    case CT_TabBarTab:
        size.setHeight(std::max(size.height(), kControlHeight + kUnit));
        break;
    case CT_ProgressBar:
        size.setHeight(kBetween);
        break;
    default:
        break;
    }
    return size;
}

QRect StudioStyle::subElementRect(SubElement element, const QStyleOption* option,
                                  const QWidget* widget) const {
    switch (element) {
    case SE_LineEditContents:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0)
            return option->rect.adjusted(kFieldPadding - 2, 1, -kFieldPadding + 2, -1);
        break;
    case SE_ProgressBarContents:
    case SE_ProgressBarGroove:
    case SE_ProgressBarLabel:
        return option->rect;
    case SE_PushButtonContents:
    case SE_PushButtonFocusRect:
        return option->rect;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect StudioStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                  const QWidget* widget) const {
    switch (control) {
    case CC_SpinBox:
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
            return spinPart(*spin, part);
        break;
    case CC_ComboBox:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
            combo && part != SC_ComboBoxListBoxPopup)
            return comboPart(*combo, part);
        if (const auto* combo = qobject_cast<const QComboBox*>(widget)) // as wide as what is in it
            return option->rect.united(
                {option->rect.topLeft(), QSize(listWidth(*combo), option->rect.height())});
        break;
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return scrollBarPart(*bar, part, proxy()->pixelMetric(PM_ScrollBarSliderMin, option, widget));
        break;
    case CC_GroupBox:
        if (part == SC_GroupBoxFrame)
            return option->rect;
        break;
    default:
        break;
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace graft::ui::theme
