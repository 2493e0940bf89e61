// Which part of StudioStyle draws what.
#include "ui/theme/Palettes.h"
#include "ui/theme/StudioStyle.h"
#include "ui/theme/StyleBars.h"
#include "ui/theme/StylePaint.h"

#include <QPainter>
#include <QStyleOption>

namespace graft::ui::theme {

void StudioStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    const Palette& colors = theme::palette();
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return drawButton(*button, *painter, widget);
        break;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return drawButtonLabel(*button, *painter, widget);
        break;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return drawMenuItem(*item, *painter, widget);
        break;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return drawMenuBarItem(*item, *painter);
        break;
    case CE_MenuBarEmptyArea:
        return painter->fillRect(option->rect, colors.window);
    case CE_MenuEmptyArea:
        return painter->fillRect(option->rect, colors.raised);
    case CE_ToolBar:
        return;
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
            return drawProgress(*bar, *painter, widget);
        break;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return drawTab(*tab, *painter, widget);
        break;
    case CE_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return paintHeaderSection(*header, *painter);
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, colors.window);
        return painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                                 colors.hairline);
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader quiet = *header;
            quiet.rect.adjust(kUnit, 0, -kUnit, 0); // over the words of the cells
            quiet.palette.setColor(QPalette::ButtonText, inkFor(*option, colors.secondary));
            painter->setFont(font(TextSize::Small, QFont::DemiBold));
            quiet.fontMetrics = painter->fontMetrics();
            return QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
        break;
    case CE_Splitter:
        return paintSplitter(*option, option->state & State_Horizontal, *painter);
    case CE_RubberBand: {
        QColor fill = colors.selection;
        return paintBox(*painter, option->rect, fill, colors.accent, 2);
    }
    case CE_SizeGrip:
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void StudioStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                     QPainter* painter, const QWidget* widget) const {
    switch (control) {
    case CC_ComboBox:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return drawCombo(*combo, *painter, widget);
        break;
    case CC_SpinBox:
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
            return drawSpin(*spin, *painter, widget);
        break;
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return paintScrollBar(*bar, proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget),
                                  *painter);
        break;
    case CC_Slider:
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return paintSlider(*slider, proxy()->subControlRect(control, option, SC_SliderGroove, widget),
                               proxy()->subControlRect(control, option, SC_SliderHandle, widget), *painter);
        break;
    case CC_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option))
            return drawToolButton(*button, *painter, widget);
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace graft::ui::theme
