#pragma once

#include "ui/network/NetworkDrawing.h"

#include <QByteArray>
#include <QImage>

namespace graft::ui {

/// The whole drawing with its legend, at scale 1, in the colours of the current theme.
QByteArray networkSvg(const NetworkDrawing& drawing);
/// The same as pixels: `scale` for each pixel of the drawing, less where the picture would be too large.
QImage networkImage(const NetworkDrawing& drawing, double scale);

} // namespace graft::ui
