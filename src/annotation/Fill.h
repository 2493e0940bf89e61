#pragma once

#include "annotation/MaskEdit.h"

#include <optional>

// What a shape covers, as pixels, and what each task learns from it.
namespace graft::annotation {

/// The pixels of `image` whose middle the ring encloses (even-odd), row by row.
std::vector<Span> spansOf(const std::vector<Point>& ring, Extent image);
/// The pixels of `image` that a shape covers: of an outline those whose middle lies inside. Empty for points
/// and lines.
std::vector<Span> coveredBy(const Geometry& geometry, Extent image);

/// What detection learns: the box around the part inside the image. None where nothing is covered, and for
/// points and lines.
std::optional<Box> detectionTarget(const Geometry& geometry, Extent image);
/// What segmentation learns: the pixels covered. None likewise.
std::optional<Mask> segmentationTarget(const Geometry& geometry, Extent image);

} // namespace graft::annotation
