#pragma once

#include <QBasicTimer>
#include <QPointer>
#include <QProxyStyle>

#include <vector>

class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QStyleOptionViewItem;

namespace graft::ui::theme {

/// Draws Qt's own widgets in the tokens of the theme, over Fusion. A button with the property "primary", and
/// the default button of a dialog, is the accent-filled one; a flat button is bare until the mouse is on it.
class StudioStyle : public QProxyStyle {
    Q_OBJECT
public:
    StudioStyle();

    // StudioStyle.cpp: what a widget is made of
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
                    const QWidget* widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption* option = nullptr, const QWidget* widget = nullptr,
                  QStyleHintReturn* answer = nullptr) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption* option = nullptr,
                       const QWidget* widget = nullptr) const override;

    // StyleGeometry.cpp: how large it is, and where its parts are
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget = nullptr) const override;

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    // StyleButtons.cpp
    void drawButton(const QStyleOptionButton& button, QPainter& painter, const QWidget* widget) const;
    void drawButtonLabel(const QStyleOptionButton& button, QPainter& painter, const QWidget* widget) const;
    void drawToolButton(const QStyleOptionToolButton& button, QPainter& painter, const QWidget* widget) const;

    // StyleBars.cpp
    void drawProgress(const QStyleOptionProgressBar& bar, QPainter& painter, const QWidget* widget) const;
    void drawTab(const QStyleOptionTab& tab, QPainter& painter, const QWidget* widget) const;

    // StyleMenus.cpp
    void drawMenuItem(const QStyleOptionMenuItem& item, QPainter& painter, const QWidget* widget) const;
    void drawMenuBarItem(const QStyleOptionMenuItem& item, QPainter& painter) const;
    QSize menuItemSize(const QStyleOptionMenuItem& item, const QSize& contents, const QWidget* widget) const;

    // StyleFields.cpp
    void drawCombo(const QStyleOptionComboBox& combo, QPainter& painter, const QWidget* widget) const;
    void drawSpin(const QStyleOptionSpinBox& spin, QPainter& painter, const QWidget* widget) const;

    /// Progress bars without an end move while they are painted: each painting asks for the next.
    mutable std::vector<QPointer<QWidget>> m_moving;
    mutable QBasicTimer m_clock;
};

} // namespace graft::ui::theme
