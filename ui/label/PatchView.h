#pragma once

#include "annotation/MaskEdit.h"
#include "regions/Patch.h"
#include "ui/label/ImageLoader.h"

#include <QRect>

namespace graft::ui {

/// A part of an image as pixels to work on; smaller than it where it would be too much. Any thread.
struct PatchView {
    QRect area;       ///< in pixels of the image
    double scale = 1; ///< pixels of the patch per pixel of the image
    regions::Patch patch;

    /// The pixel of the patch under a pixel of the image, inside the patch.
    int column(double x) const;
    int row(double y) const;
    /// The pixels of the image that the bits stand for.
    std::vector<annotation::Span> spansOf(const regions::Bits& bits) const;
};

/// At most `mostPixels` of them; of an image that is not held whole, from its file.
PatchView patchOf(const LoadedImage& image, const QRect& area, qint64 mostPixels);

/// As large as `side` in both directions, around `middle`, inside the image.
QRect areaAround(QPointF middle, int side, QSize image);

} // namespace graft::ui
