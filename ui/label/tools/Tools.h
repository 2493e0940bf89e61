#pragma once

#include "ui/label/tools/CanvasTool.h"

#include <QString>

#include <span>

namespace graft::ui {

enum class ToolKind { Select, Box, Polygon, Brush, Eraser };

/// A tool as the strip, the keys and the guide know it.
struct ToolEntry {
    ToolKind kind;
    Qt::Key key;
    const char* name; ///< of objects and icons: "tool-box"
};

/// In the order of the strip.
std::span<const ToolEntry> toolEntries();
/// "Box: drag from corner to corner (B)"
QString tipOf(ToolKind kind);
std::unique_ptr<CanvasTool> makeTool(ToolKind kind, ShapeEditor& editor);

} // namespace graft::ui
