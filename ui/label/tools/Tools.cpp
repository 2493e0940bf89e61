#include "ui/label/tools/Tools.h"

#include "ui/label/tools/BoxTool.h"
#include "ui/label/tools/BrushTool.h"
#include "ui/label/tools/CutOutTool.h"
#include "ui/label/tools/EllipseTool.h"
#include "ui/label/tools/FillTool.h"
#include "ui/label/tools/FreehandTool.h"
#include "ui/label/tools/PointTool.h"
#include "ui/label/tools/PolygonTool.h"
#include "ui/label/tools/RotatedBoxTool.h"
#include "ui/label/tools/ScissorsTool.h"
#include "ui/label/tools/SelectTool.h"
#include "ui/label/tools/SplitTool.h"
#include "ui/label/tools/WandTool.h"

#include <QCoreApplication>
#include <QKeySequence>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr ToolEntry kTools[] = {
    {ToolKind::Select, Qt::Key_V, "tool-select"},   {ToolKind::Split, Qt::Key_K, "tool-split"},
    {ToolKind::Box, Qt::Key_B, "tool-box"},         {ToolKind::RotatedBox, Qt::Key_T, "tool-rotated-box"},
    {ToolKind::Polygon, Qt::Key_P, "tool-polygon"}, {ToolKind::Freehand, Qt::Key_N, "tool-freehand"},
    {ToolKind::Ellipse, Qt::Key_O, "tool-ellipse"}, {ToolKind::Scissors, Qt::Key_S, "tool-scissors"},
    {ToolKind::Line, Qt::Key_L, "tool-line"},       {ToolKind::Point, Qt::Key_X, "tool-point"},
    {ToolKind::Brush, Qt::Key_R, "tool-brush"},     {ToolKind::Eraser, Qt::Key_E, "tool-eraser"},
    {ToolKind::Wand, Qt::Key_W, "tool-wand"},       {ToolKind::Fill, Qt::Key_U, "tool-fill"},
    {ToolKind::CutOut, Qt::Key_G, "tool-cut-out"}};

struct Words {
    const char* name;
    const char* hint;
};

Words wordsOf(ToolKind kind) {
    switch (kind) {
    case ToolKind::Select:
        return {
            QT_TRANSLATE_NOOP("graft::ui::Tools", "Select"),
            QT_TRANSLATE_NOOP("graft::ui::Tools", "a click selects, a drag moves, handles reshape and turn")};
    case ToolKind::Box:
        return {QT_TRANSLATE_NOOP("graft::ui::Tools", "Box"),
                QT_TRANSLATE_NOOP("graft::ui::Tools", "drag from corner to corner")};
    case ToolKind::RotatedBox:
        return {QT_TRANSLATE_NOOP("graft::ui::Tools", "Rotated box"),
                QT_TRANSLATE_NOOP("graft::ui::Tools", "drag along one side, then pull and click")};
    case ToolKind::Ellipse:
        return {QT_TRANSLATE_NOOP("graft::ui::Tools", "Ellipse"),
                QT_TRANSLATE_NOOP("graft::ui::Tools", "drag from corner to corner, with Shift a circle")};
    case ToolKind::Polygon:
        return {QT_TRANSLATE_NOOP("graft::ui::Tools", "Polygon"),
                QT_TRANSLATE_NOOP("graft::ui::Tools", "click around it, Enter closes")};
    case ToolKind::Freehand:
        return {QT_TRANSLATE_NOOP("graft::ui::Tools", "Freehand"),
                QT_TRANSLATE_NOOP("graft::ui::Tools", "drag around it")};
    case ToolKind::Scissors:
        return {
            QT_TRANSLATE_NOOP("graft::ui::Tools", "Scissors"),
            QT_TRANSLATE_NOOP("graft::ui::Tools", "click along an edge, the line follows it; Enter closes")};
    case ToolKind::Line:
        return {QT_TRANSLATE_NOOP("graft::ui::Tools", "Line"),
                QT_TRANSLATE_NOOP("graft::ui::Tools",
                                  "click along it, Enter ends; nothing is learnt from lines")};
    case ToolKind::Point:
        return {QT_TRANSLATE_NOOP("graft::ui::Tools", "Point"),
                QT_TRANSLATE_NOOP("graft::ui::Tools", "click; nothing is learnt from points")};
    case ToolKind::Brush:
        return {QT_TRANSLATE_NOOP("graft::ui::Tools", "Brush"),
                QT_TRANSLATE_NOOP("graft::ui::Tools", "paints a mask; Esc begins a new one, [ ] size")};
    case ToolKind::Eraser:
        return {QT_TRANSLATE_NOOP("graft::ui::Tools", "Eraser"),
                QT_TRANSLATE_NOOP("graft::ui::Tools", "takes from masks; [ ] size")};
    case ToolKind::Wand:
        return {QT_TRANSLATE_NOOP("graft::ui::Tools", "Magic wand"),
                QT_TRANSLATE_NOOP("graft::ui::Tools",
                                  "click for what has this colour, drag right for more; Alt takes away")};
    case ToolKind::Fill:
        return {
            QT_TRANSLATE_NOOP("graft::ui::Tools", "Fill"),
            QT_TRANSLATE_NOOP("graft::ui::Tools", "click into a hole or what a line of the brush encloses")};
    case ToolKind::CutOut:
        return {QT_TRANSLATE_NOOP("graft::ui::Tools", "Cut out"),
                QT_TRANSLATE_NOOP("graft::ui::Tools",
                                  "drag a box around it; strokes refine, with Alt away; Enter takes it")};
    case ToolKind::Split:
        return {QT_TRANSLATE_NOOP("graft::ui::Tools", "Split"),
                QT_TRANSLATE_NOOP("graft::ui::Tools", "drag across a shape, from outside to outside")};
    }
    return {"", ""};
}

QString translated(const char* text) {
    return QCoreApplication::translate("graft::ui::Tools", text);
}

} // namespace

std::span<const ToolEntry> toolEntries() {
    return kTools;
}

const ToolEntry& entryOf(ToolKind kind) {
    return *std::ranges::find(kTools, kind, &ToolEntry::kind);
}

const ToolEntry* entryNamed(const QString& name) {
    const auto entry =
        std::ranges::find_if(kTools, [&](const ToolEntry& one) { return name == QLatin1String(one.name); });
    return entry == std::end(kTools) ? nullptr : entry;
}

QString nameOf(ToolKind kind) {
    return translated(wordsOf(kind).name);
}

QString hintOf(ToolKind kind) {
    return translated(wordsOf(kind).hint);
}

QString tipOf(ToolKind kind) {
    const QString key = QKeySequence(entryOf(kind).key).toString(QKeySequence::NativeText);
    return translated(QT_TRANSLATE_NOOP("graft::ui::Tools", "%1: %2 (%3)"))
        .arg(nameOf(kind), hintOf(kind), key);
}

std::unique_ptr<CanvasTool> makeTool(ToolKind kind, ShapeEditor& editor, const Workbench& bench) {
    switch (kind) {
    case ToolKind::Box:
        return std::make_unique<BoxTool>(editor);
    case ToolKind::RotatedBox:
        return std::make_unique<RotatedBoxTool>(editor);
    case ToolKind::Ellipse:
        return std::make_unique<EllipseTool>(editor);
    case ToolKind::Polygon:
        return std::make_unique<PolygonTool>(editor, PolygonTool::Kind::Ring);
    case ToolKind::Freehand:
        return std::make_unique<FreehandTool>(editor);
    case ToolKind::Scissors:
        return std::make_unique<ScissorsTool>(editor, bench);
    case ToolKind::Line:
        return std::make_unique<PolygonTool>(editor, PolygonTool::Kind::Line);
    case ToolKind::Point:
        return std::make_unique<PointTool>(editor);
    case ToolKind::Brush:
        return std::make_unique<BrushTool>(editor, BrushTool::Kind::Paint);
    case ToolKind::Eraser:
        return std::make_unique<BrushTool>(editor, BrushTool::Kind::Erase);
    case ToolKind::Wand:
        return std::make_unique<WandTool>(editor, bench);
    case ToolKind::Fill:
        return std::make_unique<FillTool>(editor);
    case ToolKind::CutOut:
        return std::make_unique<CutOutTool>(editor, bench);
    case ToolKind::Split:
        return std::make_unique<SplitTool>(editor);
    case ToolKind::Select:
        break;
    }
    return std::make_unique<SelectTool>(editor);
}

} // namespace graft::ui
