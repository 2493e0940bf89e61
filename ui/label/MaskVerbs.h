#pragma once

#include "ui/label/ShapeEditor.h"

// What brush, eraser, wand and fill do with the pixels they cover. One entry of the undo menu each.
namespace graft::ui {

/// The only selected shape, where it is a mask.
std::optional<annotation::Shape> selectedMask(const ShapeEditor& editor);

/// Adds to the selected mask, or begins one.
bool paintOn(ShapeEditor& editor, std::vector<annotation::Span> spans);
/// Takes from the selected mask, or from all that is touched. A mask of which nothing is left is removed.
void eraseFrom(ShapeEditor& editor, const std::vector<annotation::Span>& spans);

} // namespace graft::ui
