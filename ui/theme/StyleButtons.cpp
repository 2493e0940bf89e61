// Push buttons and tool buttons.
#include "ui/theme/Palettes.h"
#include "ui/theme/StudioStyle.h"
#include "ui/theme/StylePaint.h"

#include <QPainter>
#include <QStyleOption>

namespace graft::ui::theme {
namespace {

constexpr int kGap = kInside - 2; ///< between icon and words

bool isPrimary(const QStyleOptionButton& button, const QWidget* widget) {
    return (widget && widget->property("primary").toBool()) ||
           (button.features & QStyleOptionButton::DefaultButton &&
            !(button.features & QStyleOptionButton::Flat));
}

bool isOn(const QStyleOption& option) {
    return option.state & QStyle::State_On;
}

void paintPrimary(QPainter& painter, const QStyleOptionButton& button) {
    const Palette& colors = palette();
    QRectF area = button.rect;
    double radius = kRadius;
    if (hasFocus(button)) { // the ring stands off the fill, which has its colour
        paintFocusRing(painter, area);
        area.adjust(3, 3, -3, -3);
        radius -= 2;
    }
    paintBox(painter, area, isEnabled(button) ? washed(colors.accentFill, button) : colors.hairline, {},
             radius);
}

void paintPlain(QPainter& painter, const QStyleOptionButton& button, bool flat) {
    const Palette& colors = palette();
    QColor fill = flat ? QColor(Qt::transparent) : colors.raised;
    QColor border = flat ? QColor() : colors.hairline;
    if (isOn(button))
        fill = isEnabled(button) ? colors.selection : colors.hover;
    else if (!isEnabled(button) && !flat)
        fill = Qt::transparent;
    if (flat && (isHovered(button) || isOn(button)))
        border = colors.hairline;
    paintBox(painter, button.rect, washed(fill, button), border);
    if (hasFocus(button))
        paintFocusRing(painter, button.rect);
}

/// `icon` in one colour, whatever it is drawn in: for words and icon on a filled button.
void paintTinted(QPainter& painter, const QIcon& icon, const QRect& area, const QColor& color) {
    const double scale = painter.device()->devicePixelRatioF();
    QPixmap pixmap = icon.pixmap(area.size(), scale);
    QPainter tint(&pixmap);
    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tint.fillRect(pixmap.rect(), color);
    tint.end();
    painter.drawPixmap(area, pixmap);
}

} // namespace

void StudioStyle::drawButton(const QStyleOptionButton& button, QPainter& painter,
                             const QWidget* widget) const {
    if (isPrimary(button, widget))
        paintPrimary(painter, button);
    else
        paintPlain(painter, button, button.features & QStyleOptionButton::Flat);
}

void StudioStyle::drawButtonLabel(const QStyleOptionButton& button, QPainter& painter,
                                  const QWidget* widget) const {
    const Palette& colors = theme::palette();
    const bool primary = isPrimary(button, widget);
    const QColor ink =
        primary ? (isEnabled(button) ? colors.onAccent : colors.secondary) : inkFor(button, colors.text);
    const bool menu = button.features & QStyleOptionButton::HasMenu;
    const QRect room = button.rect.adjusted(kInside, 0, menu ? -kInside - kArrow : -kInside, 0);
    const QFontMetrics metrics = painter.fontMetrics();
    const int iconWidth = button.icon.isNull() ? 0 : button.iconSize.width();
    const int gap = iconWidth && !button.text.isEmpty() ? kGap : 0;
    const QString text =
        metrics.elidedText(button.text, Qt::ElideRight, room.width() - iconWidth - gap, Qt::TextShowMnemonic);
    const int width = iconWidth + gap + metrics.size(Qt::TextShowMnemonic, text).width();
    QRect place(room.left() + (room.width() - width) / 2, button.rect.top(), width, button.rect.height());
    if (iconWidth) {
        QRect at(place.left(), place.center().y() - button.iconSize.height() / 2 + 1, iconWidth,
                 button.iconSize.height());
        at = visualRect(button.direction, button.rect, at);
        if (primary)
            paintTinted(painter, button.icon, at, ink);
        else
            button.icon.paint(&painter, at, Qt::AlignCenter,
                              isEnabled(button) ? QIcon::Normal : QIcon::Disabled,
                              isOn(button) ? QIcon::On : QIcon::Off);
    }
    const int mnemonics = proxy()->styleHint(SH_UnderlineShortcut, &button, widget) ? Qt::TextShowMnemonic
                                                                                    : Qt::TextHideMnemonic;
    painter.setPen(ink);
    painter.drawText(visualRect(button.direction, button.rect, place.adjusted(iconWidth + gap, 0, 1, 0)),
                     mnemonics | Qt::AlignVCenter | Qt::AlignLeft, text);
    if (menu)
        paintChevron(painter, Qt::DownArrow,
                     visualRect(button.direction, button.rect,
                                QRect(button.rect.right() - kInside - kArrow + 3, button.rect.top(), kArrow,
                                      button.rect.height())),
                     primary ? ink : inkFor(button, colors.secondary), 14);
}

void StudioStyle::drawToolButton(const QStyleOptionToolButton& button, QPainter& painter,
                                 const QWidget* widget) const {
    const Palette& colors = theme::palette();
    QColor fill = Qt::transparent;
    QColor border;
    if (!(button.state & State_AutoRaise)) {
        fill = isEnabled(button) ? colors.raised : QColor(Qt::transparent);
        border = colors.hairline;
    }
    const bool legend = widget && widget->property("legend").toBool(); // there, off is what stands out
    if (isOn(button) && !legend)
        fill = colors.selection;
    paintBox(painter, button.rect, washed(fill, button), border);
    if (hasFocus(button))
        paintFocusRing(painter, button.rect);

    QStyleOptionToolButton label = button;
    const bool split = button.features & QStyleOptionToolButton::MenuButtonPopup;
    const bool menu = button.features & QStyleOptionToolButton::HasMenu;
    const int column = split ? kArrowColumn - kUnit : menu ? kArrow - kUnit : 0;
    label.rect = button.rect.adjusted(kUnit, 0, -kUnit - column, 0);
    if (button.arrowType != Qt::NoArrow && button.toolButtonStyle == Qt::ToolButtonIconOnly)
        return paintChevron(painter, button.arrowType, label.rect, inkFor(button, colors.secondary));
    label.state.setFlag(State_Sunken, false);
    label.palette.setColor(QPalette::ButtonText, legend && !isOn(button) ? inkFor(button, colors.secondary)
                                                                         : inkFor(button, colors.text));
    proxy()->drawControl(CE_ToolButtonLabel, &label, &painter, widget);
    if (column)
        paintChevron(painter, Qt::DownArrow,
                     QRect(button.rect.right() - column - 1, button.rect.top(), column, button.rect.height()),
                     inkFor(button, colors.secondary), 12);
}

} // namespace graft::ui::theme
