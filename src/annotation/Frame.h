#pragma once

#include "annotation/ShapeEdit.h"

#include <optional>

// The frame by which a shape is resized and turned. Everything in pixels of the image.
namespace graft::annotation {

/// Of boxes, rotated boxes and ellipses: the box that lies along their axes. None for the others.
std::optional<RotatedBox> frameOf(const Geometry& geometry);
/// In the order of Handle.
std::array<Point, kHandles> handlesOf(const RotatedBox& frame);
std::optional<Handle> handleAt(const RotatedBox& frame, Point point, double reach);

/// The handle follows the pointer along the axes of the shape, whose opposite side stays; an upright box
/// stays on whole pixels. Nothing gets thinner than a pixel.
Geometry resized(const Geometry& geometry, Handle handle, Point to, Extent image);

/// Where a shape is taken hold of to turn it: `away` above the middle of its upper side, or below the lower
/// one where there is no room in the image. None for masks and points, which cannot be turned.
std::optional<Point> knobOf(const Geometry& geometry, double away);
/// About which it turns.
Point middleOf(const Geometry& geometry);

} // namespace graft::annotation
