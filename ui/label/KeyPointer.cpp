#include "ui/label/KeyPointer.h"

#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace graft::ui {

using annotation::Point;

namespace {

constexpr double kStep = 8, kFarStep = 40; ///< in the view
constexpr double kArm = 14, kGap = 4;      ///< of the cross, in the view
constexpr double kChipAway = 10;

Point onCorner(Point point, annotation::Extent image) {
    return annotation::clamped({std::round(point.x), std::round(point.y)}, image);
}

QString text(const char* source) {
    return QCoreApplication::translate("graft::ui::KeyPointer", source);
}

} // namespace

void KeyPointer::show(Point at, annotation::Extent image) {
    m_at = onCorner(at, image);
    m_shown = m_known = true;
    release();
}

void KeyPointer::hide() {
    m_shown = false;
    release();
}

void KeyPointer::forget() {
    hide();
    m_known = false;
}

void KeyPointer::moveBy(Point step, annotation::Extent image) {
    m_at = onCorner({m_at.x + step.x, m_at.y + step.y}, image);
}

void KeyPointer::press(Qt::KeyboardModifiers modifiers) {
    m_modifiers = modifiers;
    m_pressedAt = m_at;
    m_held = true;
}

void KeyPointer::release() {
    m_held = false;
    m_modifiers = {};
}

QString KeyPointer::spoken() const {
    if (!m_held)
        return text(QT_TRANSLATE_NOOP("graft::ui::KeyPointer", "Cross at %1, %2")).arg(m_at.x).arg(m_at.y);
    return text(QT_TRANSLATE_NOOP("graft::ui::KeyPointer", "Cross held at %1, %2; pressed at %3, %4"))
        .arg(m_at.x)
        .arg(m_at.y)
        .arg(m_pressedAt.x)
        .arg(m_pressedAt.y);
}

// A light line on a dark one is seen on every image. The middle stays free, so that the pixel is seen.
void KeyPointer::paint(QPainter& painter, QPointF inView) const {
    const QColor color = theme::palette().accent;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [ink, width] : {std::pair(theme::textOn(color), 5.0), std::pair(color, 2.0)}) {
        painter.setPen(QPen(ink, width, Qt::SolidLine, Qt::FlatCap));
        for (const QPointF way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(inView + way * kGap, inView + way * kArm);
        if (m_held)
            painter.drawEllipse(inView, kArm - kGap, kArm - kGap);
    }
    const QRectF room = painter.viewport();
    const bool low = inView.y() + kArm + kChipAway + 30 > room.bottom();
    paintChip(painter, QStringLiteral("%1, %2").arg(m_at.x).arg(m_at.y), color,
              QRectF(inView + QPointF(kChipAway, low ? -kArm : kArm + kChipAway + 24), QSizeF(1, 1)), room);
}

std::optional<Point> keyStep(const QKeyEvent& event, double scale) {
    const Qt::KeyboardModifiers with = event.modifiers() & ~Qt::KeypadModifier;
    if (with && with != Qt::ShiftModifier && with != Qt::ControlModifier)
        return std::nullopt;
    const double inView = with == Qt::ShiftModifier ? kFarStep : kStep;
    const double step = with == Qt::ControlModifier ? 1 : std::max(1.0, std::round(inView / scale));
    switch (event.key()) {
    case Qt::Key_Left:
        return Point{-step, 0};
    case Qt::Key_Right:
        return Point{step, 0};
    case Qt::Key_Up:
        return Point{0, -step};
    case Qt::Key_Down:
        return Point{0, step};
    default:
        return std::nullopt;
    }
}

} // namespace graft::ui
