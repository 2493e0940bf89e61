#pragma once

#include "ui/theme/Theme.h"

class QPalette;

namespace graft::ui::theme {

Palette darkPalette();
Palette lightPalette();

/// The same colours in the roles that Qt's own widgets ask for.
QPalette applicationPalette(const Palette& palette);

/// WCAG 2.1: relative luminance in [0, 1] and contrast ratio in [1, 21] of opaque colours.
double relativeLuminance(const QColor& color);
double contrastRatio(const QColor& a, const QColor& b);

/// `over`, which may be translucent, laid on `under`.
QColor blended(const QColor& over, const QColor& under);

} // namespace graft::ui::theme
