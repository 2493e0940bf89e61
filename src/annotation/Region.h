#pragma once

#include "annotation/MaskEdit.h"

// Regions as spans of pixels: what is enclosed, what hangs together, what lies on either side of a line.
namespace graft::annotation {

/// The pixels that none of `covered` covers and that hang together, by their edges, with the one that `point`
/// lies in; empty where that one is covered or outside the image. Works run by run.
std::vector<Span> enclosedAt(std::vector<Span> covered, Point point, Extent image);

/// The parts of a mask that do not touch each other at an edge, the largest first.
std::vector<Mask> partsOf(const Mask& mask);

/// The pixels whose middle lies left of the line from `a` to `b` as one looks along it, and the others.
std::pair<Mask, Mask> halvesOf(const Mask& mask, Point a, Point b);

} // namespace graft::annotation
