#pragma once

#include "annotation/Shape.h"

#include <optional>
#include <string>
#include <vector>

namespace graft::ui {

/// Shapes on their way to another image, of this project or of another, also in another window.
struct CopiedShapes {
    std::string project; ///< folder of the one they are from
    ImageId image;
    std::vector<annotation::Shape> shapes; ///< without their class
    std::vector<std::string> classes;      ///< of each, by name
};

void putOnClipboard(const CopiedShapes& copied);
bool clipboardHasShapes();
/// Nothing where there are none, or what is there cannot be read.
std::optional<CopiedShapes> takeFromClipboard();

} // namespace graft::ui
