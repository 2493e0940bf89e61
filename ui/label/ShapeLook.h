#pragma once

#include "ui/data/ClassMark.h"

#include <string>

namespace graft::annotation {
struct Shape;
}

namespace graft::ui {

/// How shapes are painted, as a person chose it.
struct ShapeLook {
    bool byInstance = false;   ///< each shape in a colour of its own, instead of its class's
    bool outlinesOnly = false; ///< what lies under shapes is seen as it is
    bool patterns = true;      ///< masks of different classes differ in their pattern as well
    int opacity = 100;         ///< of areas, in percent of the usual

    friend bool operator==(const ShapeLook&, const ShapeLook&) = default;
};

/// For the project's settings, and back; what cannot be read is as usual.
std::string textOf(const ShapeLook& look);
ShapeLook lookFrom(const std::string& text);

/// With the classes' marks, how each shape is to be coloured.
struct ShapeColors {
    ClassMarks marks;
    ShapeLook look;

    QColor of(const annotation::Shape& shape) const;
    /// Of areas; `usual`: where nothing else was chosen.
    double opacity(double usual) const { return look.outlinesOnly ? 0 : usual * look.opacity / 100; }
};

/// Whether a pattern has a mark on a pixel of the screen. Pattern 0 has none.
bool patternAt(int pattern, int x, int y);
/// Of a class; a few that are easily told apart, in turns.
int patternOf(ClassId id);

} // namespace graft::ui
