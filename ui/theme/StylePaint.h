#pragma once

#include "ui/theme/Theme.h"

#include <QRectF>

class QPainter;
class QStyleOption;
class QWidget;

// The strokes and fills that the parts of StudioStyle share.
namespace graft::ui::theme {

inline constexpr int kControlHeight = 32;
inline constexpr int kCompactHeight = 28;
inline constexpr int kButtonPadding = 12;
inline constexpr int kFieldPadding = 8;
inline constexpr int kIndicator = 18; ///< side of a check box
inline constexpr int kArrow = 16;     ///< side of a chevron
inline constexpr int kArrowColumn = 24;
inline constexpr int kRing = 2;        ///< width of the focus ring
inline constexpr int kSmallRadius = 4; ///< of what stands inside something with kRadius

/// A rounded area with a border inside its edge; either may be transparent.
void paintBox(QPainter& painter, const QRectF& area, const QColor& fill, const QColor& border,
              double radius = kRadius, double borderWidth = 1);
/// The focus ring, inside the edge of `area`.
void paintFocusRing(QPainter& painter, const QRectF& area, double radius = kRadius);
/// A chevron in the middle of `area`.
void paintChevron(QPainter& painter, Qt::ArrowType direction, const QRect& area, const QColor& color,
                  int side = kArrow);
void paintCheckMark(QPainter& painter, const QRectF& box, const QColor& color);
/// What is typed into or chosen from: quiet edges and a firmer line below; a ring with the focus.
void paintField(QPainter& painter, const QRectF& area, const QStyleOption& option);

bool isEnabled(const QStyleOption& option);
bool isHovered(const QStyleOption& option); ///< and enabled
bool isPressed(const QStyleOption& option);
bool hasFocus(const QStyleOption& option);
/// `color`, or the one for what is disabled.
QColor inkFor(const QStyleOption& option, const QColor& color);
/// `base` with the wash of what the mouse does to it.
QColor washed(const QColor& base, const QStyleOption& option);

} // namespace graft::ui::theme
