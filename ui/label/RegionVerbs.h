#pragma once

#include "ui/label/ShapeEditor.h"

// Verbs that make shapes out of others. Outlines stay outlines as long as one ring without holes says it all,
// else they become masks. One entry of the undo menu each.
namespace graft::ui {

/// The selected ones become one, which keeps the identity of the first.
void mergeSelected(ShapeEditor& editor);
/// From the one that was selected first, what the others cover is taken; they stay.
void subtractFromFirst(ShapeEditor& editor);
/// The shapes that the cut goes through from side to side – of the selected ones, or of all – fall into two
/// or more. False: none.
bool splitAlong(ShapeEditor& editor, annotation::Point from, annotation::Point to);
/// The parts of the selected masks that do not touch become shapes of their own.
void separateParts(ShapeEditor& editor);
/// Fewer vertices of selected polygons and lines, none of which goes further than `tolerance` pixels of the
/// image.
void simplifySelected(ShapeEditor& editor, double tolerance);

} // namespace graft::ui
