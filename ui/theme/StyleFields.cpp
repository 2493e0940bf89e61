// What is typed into or chosen from: combo boxes and spin boxes.
#include "ui/theme/Palettes.h"
#include "ui/theme/StudioStyle.h"
#include "ui/theme/StylePaint.h"

#include <QPainter>
#include <QStyleOption>

namespace graft::ui::theme {

void StudioStyle::drawCombo(const QStyleOptionComboBox& combo, QPainter& painter,
                            const QWidget* widget) const {
    const Palette& colors = theme::palette();
    if (combo.frame) {
        if (combo.editable) {
            paintField(painter, combo.rect, combo);
        } else {
            QStyleOptionComboBox base = combo;
            base.state.setFlag(State_Sunken, combo.state & State_On); // open
            paintBox(painter, combo.rect,
                     isEnabled(combo) ? washed(colors.raised, base) : QColor(Qt::transparent),
                     colors.hairline);
            if (hasFocus(combo))
                paintFocusRing(painter, combo.rect);
        }
    }
    paintChevron(painter, Qt::DownArrow,
                 proxy()->subControlRect(CC_ComboBox, &combo, SC_ComboBoxArrow, widget),
                 inkFor(combo, colors.secondary));
}

void StudioStyle::drawSpin(const QStyleOptionSpinBox& spin, QPainter& painter, const QWidget* widget) const {
    const Palette& colors = theme::palette();
    if (spin.frame)
        paintField(painter, spin.rect, spin);
    if (spin.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](SubControl part, Qt::ArrowType direction, QAbstractSpinBox::StepEnabledFlag step) {
        const QRect area = proxy()->subControlRect(CC_SpinBox, &spin, part, widget);
        const bool possible = isEnabled(spin) && spin.stepEnabled & step;
        const bool active = possible && spin.activeSubControls & part;
        if (active)
            paintBox(painter, QRectF(area).adjusted(1, 0, -1, 0),
                     spin.state & State_Sunken ? colors.pressed : colors.hover, {}, kSmallRadius);
        paintChevron(painter, direction, area,
                     possible ? (active ? colors.text : colors.secondary) : colors.disabled, 12);
    };
    arrow(SC_SpinBoxUp, Qt::UpArrow, QAbstractSpinBox::StepUpEnabled);
    arrow(SC_SpinBoxDown, Qt::DownArrow, QAbstractSpinBox::StepDownEnabled);
}

} // namespace graft::ui::theme
