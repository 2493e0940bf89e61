// Progress bars, sliders, scroll bars, tabs, headers.
#include "ui/theme/StyleBars.h"
#include "ui/theme/Palettes.h"
#include "ui/theme/StudioStyle.h"
#include "ui/theme/StylePaint.h"

#include <QDateTime>
#include <QPainter>
#include <QStyleOption>
#include <QTabBar>

#include <algorithm>
#include <cmath>

namespace graft::ui::theme {
namespace {

constexpr int kFrameMs = 33;   ///< between two pictures of a progress bar without an end
constexpr int kRoundMs = 1600; ///< once across
constexpr double kMovingPart = 0.3;
constexpr int kBarHeight = 6;
constexpr int kGroove = 4;
constexpr int kKnob = 16;

QColor translucent(QColor color, double alpha) {
    color.setAlphaF(float(alpha));
    return color;
}

} // namespace

void StudioStyle::drawProgress(const QStyleOptionProgressBar& bar, QPainter& painter,
                               const QWidget* widget) const {
    const Palette& colors = theme::palette();
    QRectF groove = bar.rect;
    if (bar.textVisible) {
        const int words = painter.fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + kInside;
        painter.setPen(inkFor(bar, colors.secondary));
        painter.drawText(bar.rect, Qt::AlignRight | Qt::AlignVCenter, bar.text);
        groove.setWidth(std::max(0, bar.rect.width() - words));
    }
    const double height = std::min<double>(kBarHeight, groove.height());
    groove = QRectF(groove.left(), groove.center().y() - height / 2, groove.width(), height);
    paintBox(painter, groove, colors.hairline, {}, height / 2);
    painter.save();
    painter.setClipRect(groove, Qt::IntersectClip);
    const bool endless = bar.minimum >= bar.maximum;
    QRectF done = groove;
    if (!endless) {
        const double share = double(bar.progress - bar.minimum) / double(bar.maximum - bar.minimum);
        done.setWidth(groove.width() * std::clamp(share, 0.0, 1.0));
    } else if (!theme::reducedMotion()) {
        const double phase = double(QDateTime::currentMSecsSinceEpoch() % kRoundMs) / kRoundMs;
        done.setWidth(groove.width() * kMovingPart);
        done.moveLeft(groove.left() - done.width() + phase * (groove.width() + done.width()));
        if (widget) {
            m_moving.emplace_back(const_cast<QWidget*>(widget));
            if (!m_clock.isActive())
                m_clock.start(kFrameMs, const_cast<StudioStyle*>(this));
        }
    }
    if (done.width() > 0)
        paintBox(painter, done, isEnabled(bar) ? colors.accent : colors.disabled, {}, height / 2);
    painter.restore();
}

void StudioStyle::drawTab(const QStyleOptionTab& tab, QPainter& painter, const QWidget*) const {
    const Palette& colors = theme::palette();
    const bool selected = tab.state & State_Selected;
    const QRectF area = QRectF(tab.rect).adjusted(2, 2, -2, -4);
    if (isHovered(tab) && !selected)
        paintBox(painter, area, colors.hover, {}, kRadius);
    if (selected)
        paintBox(painter,
                 QRectF(tab.rect.left() + kInside, tab.rect.bottom() - 1, tab.rect.width() - 2 * kInside, 2),
                 inkFor(tab, colors.accent), {}, 1);
    if (hasFocus(tab))
        paintFocusRing(painter, area);
}

void paintScrollBar(const QStyleOptionSlider& bar, const QRect& slider, QPainter& painter) {
    const Palette& colors = palette();
    if (bar.minimum >= bar.maximum)
        return;
    const bool active = isEnabled(bar) && bar.activeSubControls & QStyle::SC_ScrollBarSlider;
    const bool near = isHovered(bar) || isPressed(bar);
    const double width = near ? 8 : 5;
    QRectF handle = slider;
    if (bar.orientation == Qt::Horizontal)
        handle = QRectF(handle.left() + 2, handle.center().y() - width / 2, handle.width() - 4, width);
    else
        handle = QRectF(handle.center().x() - width / 2, handle.top() + 2, width, handle.height() - 4);
    const double strength = active && isPressed(bar) ? 0.8 : near ? 0.6 : 0.35;
    paintBox(painter, handle, translucent(colors.secondary, strength), {}, width / 2);
}

void paintSlider(const QStyleOptionSlider& slider, const QRect& groove, const QRect& handle,
                 QPainter& painter) {
    const Palette& colors = palette();
    const bool lying = slider.orientation == Qt::Horizontal;
    QRectF line = lying
                      ? QRectF(groove.left(), groove.center().y() - kGroove / 2 + 1, groove.width(), kGroove)
                      : QRectF(groove.center().x() - kGroove / 2 + 1, groove.top(), kGroove, groove.height());
    QRectF knob(0, 0, kKnob, kKnob);
    knob.moveCenter(QRectF(handle).center());
    if (slider.subControls & QStyle::SC_SliderGroove) {
        paintBox(painter, line, blended(colors.pressed, colors.hairline), {}, kGroove / 2.0);
        QRectF filled = line;
        const bool fromStart = slider.upsideDown == !lying ? false : true;
        if (lying)
            slider.upsideDown ? filled.setLeft(knob.center().x()) : filled.setRight(knob.center().x());
        else
            fromStart ? filled.setBottom(knob.center().y()) : filled.setTop(knob.center().y());
        paintBox(painter, filled, isEnabled(slider) ? colors.accent : colors.disabled, {}, kGroove / 2.0);
    }
    if (!(slider.subControls & QStyle::SC_SliderHandle))
        return;
    const bool active = slider.activeSubControls & QStyle::SC_SliderHandle && isEnabled(slider);
    if (hasFocus(slider))
        paintBox(painter, knob, colors.window, colors.accent, kKnob / 2.0, kRing);
    const double inset = hasFocus(slider) ? 4 : active ? 0 : 1;
    paintBox(painter, knob.adjusted(inset, inset, -inset, -inset),
             isEnabled(slider) ? colors.accentFill : colors.disabled, {}, kKnob / 2.0);
}

void paintHeaderSection(const QStyleOptionHeader& header, QPainter& painter) {
    const Palette& colors = palette();
    painter.fillRect(header.rect, colors.window);
    if (isPressed(header) || (isHovered(header) && header.state & QStyle::State_Raised))
        painter.fillRect(header.rect, isPressed(header) ? colors.pressed : colors.hover);
    const QRect edge = header.orientation == Qt::Horizontal
                           ? QRect(header.rect.left(), header.rect.bottom(), header.rect.width(), 1)
                           : QRect(header.rect.right(), header.rect.top(), 1, header.rect.height());
    painter.fillRect(edge, colors.hairline);
}

void paintSplitter(const QStyleOption& option, bool lying, QPainter& painter) {
    const Palette& colors = palette();
    const bool active = isHovered(option) || isPressed(option);
    const QPoint middle = option.rect.center();
    const int width = active ? 2 : 1;
    painter.fillRect(lying ? QRect(middle.x(), option.rect.top(), width, option.rect.height())
                           : QRect(option.rect.left(), middle.y(), option.rect.width(), width),
                     active ? colors.accent : colors.hairline);
}

} // namespace graft::ui::theme
