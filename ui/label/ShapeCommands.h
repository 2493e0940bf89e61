#pragma once

#include <QKeySequence>
#include <QString>

#include <span>

class QKeyEvent;
class QMenu;

namespace graft::ui {

class ShapeEditor;

/// What can be done with selected shapes, as keys, the menu of the right button and the cheat sheet know it.
struct ShapeCommand {
    const char* name; ///< of the action: "merge"
    QKeyCombination key;
    QString (*text)();
    bool (*enabled)(const ShapeEditor& editor);
    void (*run)(ShapeEditor& editor);
    bool startsGroup = false;
};

std::span<const ShapeCommand> shapeCommands();
/// False: no command has this key, or it can do nothing now.
bool runShapeCommand(const QKeyEvent& event, ShapeEditor& editor);
void addShapeCommands(QMenu& menu, ShapeEditor& editor);

} // namespace graft::ui
