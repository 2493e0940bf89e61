#pragma once

#include "annotation/ShapeEdit.h"

#include <vector>

// Painting on masks, run by run: the work grows with the number of runs and rows touched, never with the
// image.
namespace graft::annotation {

/// Foreground of one row: pixels [begin, end).
struct Span {
    int y = 0;
    int begin = 0;
    int end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

/// Row by row, sorted, not touching each other. Runs past the mask's area count as if they were not there.
std::vector<Span> spansOf(const Mask& mask);
/// Spans in any order, which may overlap. The mask's box is tight; without foreground it is empty.
Mask maskFromSpans(std::vector<Span> spans);

/// Where a round brush is set down for a pointer at `point`: on the middle of a pixel for odd diameters, on a
/// corner for even ones, so that the dab has the same shape everywhere.
Point brushCentre(Point point, int diameter);
/// The pixels of `image` whose centres a round brush covers on its way between two brush centres.
std::vector<Span> brushSpans(Point from, Point to, int diameter, Extent image);

Mask united(const Mask& mask, const std::vector<Span>& with);
Mask subtracted(const Mask& mask, const std::vector<Span>& without);

} // namespace graft::annotation
