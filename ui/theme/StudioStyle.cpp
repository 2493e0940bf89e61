#include "ui/theme/StudioStyle.h"

#include "ui/theme/StylePaint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSplitterHandle>
#include <QStyleOption>
#include <QTabBar>
#include <QTimerEvent>

namespace graft::ui::theme {
namespace {

bool showsHover(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QAbstractSlider*>(widget) ||
           qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QTabBar*>(widget) ||
           qobject_cast<const QHeaderView*>(widget) || qobject_cast<const QSplitterHandle*>(widget);
}

// Lists of combo boxes are frames, too. Menus and tool tips paint their own ground.
bool isRaisedPopup(const QWidget* widget) {
    return widget->windowType() == Qt::Popup && qobject_cast<const QFrame*>(widget);
}

// A window stands a little further off its contents than a part of one does.
int layoutMargin(const QWidget* widget) {
    return widget && widget->isWindow() ? kBetween : kInside;
}

} // namespace

StudioStyle::StudioStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void StudioStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (showsHover(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto* view = qobject_cast<QAbstractItemView*>(widget)) {
        view->viewport()->setAttribute(Qt::WA_Hover);
        if (view->frameShape() == QFrame::NoFrame) // part of its page, not a box on it
            view->viewport()->setBackgroundRole(QPalette::NoRole);
    }
    if (auto* header = qobject_cast<QHeaderView*>(widget))
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    if (isRaisedPopup(widget)) {
        widget->setBackgroundRole(QPalette::ToolTipBase);
        widget->setAutoFillBackground(true); // a window has the ground of windows otherwise
    }
}

void StudioStyle::unpolish(QWidget* widget) {
    if (isRaisedPopup(widget))
        widget->setBackgroundRole(QPalette::NoRole);
    QProxyStyle::unpolish(widget);
}

int StudioStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_ButtonDefaultIndicator:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_MenuBarPanelWidth:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_DefaultFrameWidth:
    case PM_SpinBoxFrameWidth:
    case PM_ComboBoxFrameWidth:
    case PM_MenuPanelWidth:
    case PM_TextCursorWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
    case PM_MenuBarHMargin:
    case PM_MenuBarVMargin:
        return kUnit;
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_MenuButtonIndicator:
        return kArrowColumn - kUnit;
    case PM_ScrollBarExtent:
        return 3 * kUnit;
    case PM_ScrollBarSliderMin:
        return 2 * kBetween;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return 5 * kUnit;
    case PM_SliderLength:
        return 4 * kUnit;
    case PM_SliderTickmarkOffset:
        return kUnit;
    case PM_SplitterWidth:
        return kInside + 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return kIndicator;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return kInside;
    case PM_HeaderMargin: // above and below; the sides have kInside
        return kUnit;
    case PM_HeaderMarkSize:
        return 3 * kUnit;
    case PM_FocusFrameHMargin: // items stand under the words of their header
        return kInside - 1;
    case PM_FocusFrameVMargin:
        return kUnit;
    case PM_ToolTipLabelFrameWidth:
        return kInside - 2;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_LineEditIconSize:
        return 4 * kUnit;
    case PM_ToolBarIconSize:
        return 5 * kUnit;
    case PM_LineEditIconMargin:
        return kInside - 2;
    case PM_TabBarTabHSpace:
        return kAround;
    case PM_TabBarTabVSpace:
        return kBetween;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return layoutMargin(widget);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return kInside;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int StudioStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* answer) const {
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_MessageBox_CenterButtons:
    case SH_ScrollBar_Transient:
    case SH_TitleBar_NoBorder:
        return 0;
    case SH_UnderlineShortcut: // as desktops do: in menus, not on every button
        return widget && (widget->inherits("QMenu") || widget->inherits("QMenuBar"));
    case SH_ItemView_ShowDecorationSelected:
    case SH_Menu_MouseTracking:
    case SH_MenuBar_MouseTracking:
        return 1;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_Widget_Animation_Duration:
        return theme::reducedMotion() ? 0 : kMotionMs;
    case SH_Widget_Animate:
        return !theme::reducedMotion();
    case SH_Table_GridLineColor:
        return int(palette().hairline.rgb());
    case SH_Header_ArrowAlignment:
        return Qt::AlignRight | Qt::AlignVCenter;
    case SH_GroupBox_TextLabelColor:
        return int(palette().text.rgb());
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

QIcon StudioStyle::standardIcon(StandardPixmap which, const QStyleOption* option,
                                const QWidget* widget) const {
    const Palette& colors = palette();
    switch (which) {
    case SP_LineEditClearButton:
    case SP_DialogCloseButton:
    case SP_TitleBarCloseButton:
        return icon(QStringLiteral("close"), colors.secondary);
    case SP_MessageBoxInformation:
        return icon(QStringLiteral("info"), colors.accent);
    case SP_MessageBoxQuestion:
        return icon(QStringLiteral("help"), colors.accent);
    case SP_MessageBoxWarning:
        return icon(QStringLiteral("warning"), colors.warning);
    case SP_MessageBoxCritical:
        return icon(QStringLiteral("error"), colors.danger);
    case SP_DirIcon:
    case SP_DirClosedIcon:
    case SP_DirOpenIcon:
        return icon(QStringLiteral("folder"));
    case SP_FileIcon:
        return icon(QStringLiteral("file"));
    case SP_BrowserReload:
        return icon(QStringLiteral("refresh"));
    case SP_ArrowBack:
        return icon(QStringLiteral("previous"));
    case SP_ArrowForward:
        return icon(QStringLiteral("next"));
    case SP_FileDialogToParent:
    case SP_ArrowUp:
        return icon(QStringLiteral("chevron-up"));
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

void StudioStyle::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_clock.timerId())
        return QProxyStyle::timerEvent(event);
    std::vector<QPointer<QWidget>> moving;
    moving.swap(m_moving);
    if (moving.empty())
        m_clock.stop();
    for (const QPointer<QWidget>& widget : moving)
        if (widget)
            widget->update();
}

} // namespace graft::ui::theme
