#pragma once

#include "ui/label/tools/CanvasTool.h"
#include "ui/label/tools/Workbench.h"

#include <QString>

#include <span>

namespace graft::ui {

enum class ToolKind {
    Select,
    Box,
    RotatedBox,
    Ellipse,
    Polygon,
    Freehand,
    Scissors,
    Line,
    Point,
    Brush,
    Eraser,
    Wand,
    Fill,
    CutOut,
    Split
};

/// A tool as the strip, the keys, the cheat sheet and the guide know it.
struct ToolEntry {
    ToolKind kind;
    Qt::Key key;
    const char* name; ///< of objects and icons: "tool-box"
};

/// In the order of the strip.
std::span<const ToolEntry> toolEntries();
const ToolEntry& entryOf(ToolKind kind);
/// Null: no tool is called so.
const ToolEntry* entryNamed(const QString& name);
/// "Box"
QString nameOf(ToolKind kind);
/// "drag from corner to corner"
QString hintOf(ToolKind kind);
/// "Box: drag from corner to corner (B)"
QString tipOf(ToolKind kind);
/// `bench` outlives the tool.
std::unique_ptr<CanvasTool> makeTool(ToolKind kind, ShapeEditor& editor, const Workbench& bench);

} // namespace graft::ui
