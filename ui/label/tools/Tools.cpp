#include "ui/label/tools/Tools.h"

#include "ui/label/tools/BoxTool.h"
#include "ui/label/tools/BrushTool.h"
#include "ui/label/tools/PolygonTool.h"
#include "ui/label/tools/SelectTool.h"

#include <QCoreApplication>

namespace graft::ui {
namespace {

constexpr ToolEntry kTools[] = {{ToolKind::Select, Qt::Key_V, "tool-select"},
                                {ToolKind::Box, Qt::Key_B, "tool-box"},
                                {ToolKind::Polygon, Qt::Key_P, "tool-polygon"},
                                {ToolKind::Brush, Qt::Key_R, "tool-brush"},
                                {ToolKind::Eraser, Qt::Key_E, "tool-eraser"}};

} // namespace

std::span<const ToolEntry> toolEntries() {
    return kTools;
}

QString tipOf(ToolKind kind) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("graft::ui::Tools", text); };
    switch (kind) {
    case ToolKind::Select:
        return tr(QT_TRANSLATE_NOOP("graft::ui::Tools", "Select and move (V)"));
    case ToolKind::Box:
        return tr(QT_TRANSLATE_NOOP("graft::ui::Tools", "Box: drag from corner to corner (B)"));
    case ToolKind::Polygon:
        return tr(QT_TRANSLATE_NOOP("graft::ui::Tools", "Polygon: click around it, Enter closes (P)"));
    case ToolKind::Brush:
        return tr(QT_TRANSLATE_NOOP("graft::ui::Tools",
                                    "Brush: paints a mask; Esc begins a new one, [ ] size (R)"));
    case ToolKind::Eraser:
        return tr(QT_TRANSLATE_NOOP("graft::ui::Tools", "Eraser: takes from masks; [ ] size (E)"));
    }
    return {};
}

std::unique_ptr<CanvasTool> makeTool(ToolKind kind, ShapeEditor& editor) {
    switch (kind) {
    case ToolKind::Box:
        return std::make_unique<BoxTool>(editor);
    case ToolKind::Polygon:
        return std::make_unique<PolygonTool>(editor);
    case ToolKind::Brush:
        return std::make_unique<BrushTool>(editor, BrushTool::Kind::Paint);
    case ToolKind::Eraser:
        return std::make_unique<BrushTool>(editor, BrushTool::Kind::Erase);
    case ToolKind::Select:
        break;
    }
    return std::make_unique<SelectTool>(editor);
}

} // namespace graft::ui
