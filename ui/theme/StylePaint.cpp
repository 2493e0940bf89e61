#include "ui/theme/StylePaint.h"

#include "ui/theme/Palettes.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace graft::ui::theme {

void paintBox(QPainter& painter, const QRectF& area, const QColor& fill, const QColor& border, double radius,
              double borderWidth) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool bordered = border.isValid() && border.alpha() > 0 && borderWidth > 0;
    const double inset = bordered ? borderWidth / 2 : 0;
    painter.setPen(bordered ? QPen(border, borderWidth) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

void paintFocusRing(QPainter& painter, const QRectF& area, double radius) {
    paintBox(painter, area, {}, palette().accent, radius, kRing);
}

void paintChevron(QPainter& painter, Qt::ArrowType direction, const QRect& area, const QColor& color,
                  int side) {
    const char* name = direction == Qt::UpArrow      ? "chevron-up"
                       : direction == Qt::LeftArrow  ? "chevron-left"
                       : direction == Qt::RightArrow ? "chevron-right"
                                                     : "chevron-down";
    QRect place(0, 0, side, side);
    place.moveCenter(area.center());
    icon(QLatin1String(name), color).paint(&painter, place);
}

void paintCheckMark(QPainter& painter, const QRectF& box, const QColor& color) {
    const double unit = box.width() / 18;
    QPainterPath path(box.topLeft() + QPointF(4.5, 9.2) * unit);
    path.lineTo(box.topLeft() + QPointF(7.8, 12.4) * unit);
    path.lineTo(box.topLeft() + QPointF(13.5, 5.9) * unit);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.75 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

void paintField(QPainter& painter, const QRectF& area, const QStyleOption& option) {
    const Palette& colors = palette();
    const bool enabled = isEnabled(option);
    paintBox(painter, area, enabled ? colors.surface : QColor(Qt::transparent), colors.hairline);
    if (hasFocus(option)) {
        paintFocusRing(painter, area);
    } else if (enabled) {
        painter.save();
        painter.setClipRect(area.adjusted(0, area.height() - 1, 0, 0), Qt::IntersectClip);
        paintBox(painter, area, {}, colors.outline);
        painter.restore();
    }
}

bool isEnabled(const QStyleOption& option) {
    return option.state & QStyle::State_Enabled;
}

bool isHovered(const QStyleOption& option) {
    return isEnabled(option) && option.state & QStyle::State_MouseOver;
}

bool isPressed(const QStyleOption& option) {
    return isEnabled(option) && option.state & QStyle::State_Sunken;
}

bool hasFocus(const QStyleOption& option) {
    return isEnabled(option) && option.state & QStyle::State_HasFocus;
}

QColor inkFor(const QStyleOption& option, const QColor& color) {
    return isEnabled(option) ? color : palette().disabled;
}

QColor washed(const QColor& base, const QStyleOption& option) {
    const Palette& colors = palette();
    if (isPressed(option))
        return base.alpha() == 0 ? colors.pressed : blended(colors.pressed, base);
    if (isHovered(option))
        return base.alpha() == 0 ? colors.hover : blended(colors.hover, base);
    return base;
}

} // namespace graft::ui::theme
