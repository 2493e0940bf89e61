#pragma once

#include <QColor>

namespace graft::ui::theme {

/// Björn Ottosson, "A perceptual color space for image processing" (2020).
struct Oklab {
    double lightness = 0, a = 0, b = 0;
};

Oklab oklabFrom(const QColor& color);
/// The nearest colour of sRGB with the same lightness and hue: chroma gives way.
QColor colorFrom(Oklab lab);

} // namespace graft::ui::theme
