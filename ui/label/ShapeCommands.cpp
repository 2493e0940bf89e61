#include "ui/label/ShapeCommands.h"

#include "ui/label/RegionVerbs.h"
#include "ui/label/ShapeEditor.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace graft::ui {

using annotation::Shape;
using annotation::Step;
using project::ShapeVerb;

namespace {

constexpr double kSimplify = 1; ///< pixels of the image

QString text(const char* source) {
    return QCoreApplication::translate("graft::ui::ShapeCommands", source);
}

bool anySelected(const ShapeEditor& editor) {
    return editor.editable() && !editor.selected().empty();
}

bool severalSelected(const ShapeEditor& editor) {
    return editor.editable() && editor.selected().size() > 1;
}

bool anyCanChange(const ShapeEditor& editor) {
    return anySelected(editor) && !editor.selectedShapes().empty();
}

bool editableAtAll(const ShapeEditor& editor) {
    return editor.editable();
}

bool anyHidden(const ShapeEditor& editor) {
    return std::ranges::any_of(editor.stored(),
                               [&](const Shape& shape) { return editor.isHidden(shape.id); });
}

bool anyUnlocked(const ShapeEditor& editor) {
    return std::ranges::any_of(editor.selected(), [&](ShapeId id) { return !editor.isLocked(id); });
}

// One state for all of them, so that a second time takes it back.
void toggleLock(ShapeEditor& editor) {
    editor.editSelected(ShapeVerb::Lock,
                        [locks = anyUnlocked(editor)](Shape& shape) { shape.locked = locks; });
}

void hide(ShapeEditor& editor) {
    editor.editSelected(ShapeVerb::Hide, [](Shape& shape) { shape.hidden = true; });
    editor.select({});
}

template <Step step>
void reorder(ShapeEditor& editor) {
    editor.reorderSelected(step);
}

constexpr auto kCtrl = Qt::ControlModifier;
constexpr auto kCtrlShift = Qt::ControlModifier | Qt::ShiftModifier;

const ShapeCommand kCommands[] = {
    {"copy", kCtrl | Qt::Key_C, [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Copy")); },
     anyCanChange, [](ShapeEditor& editor) { editor.copy(); }},
    {"paste", kCtrl | Qt::Key_V, [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Paste")); },
     [](const ShapeEditor& editor) { return editor.canPaste(); },
     [](ShapeEditor& editor) { editor.paste(); }},
    {"selectAll", kCtrl | Qt::Key_A,
     [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Select all")); }, editableAtAll,
     [](ShapeEditor& editor) { editor.selectAll(); }},
    {"remove", QKeyCombination(Qt::Key_Delete),
     [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Remove")); }, anyCanChange,
     [](ShapeEditor& editor) { editor.removeSelected(); }},
    {"merge", QKeyCombination(Qt::Key_M),
     [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Merge into one")); }, severalSelected,
     mergeSelected, true},
    {"subtract", Qt::ShiftModifier | Qt::Key_M,
     [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Subtract from the first selected")); },
     severalSelected, subtractFromFirst},
    {"separate", Qt::ShiftModifier | Qt::Key_K,
     [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Separate the parts of a mask")); },
     anyCanChange, separateParts},
    {"simplify", QKeyCombination(Qt::Key_Y),
     [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Simplify the outline")); }, anyCanChange,
     [](ShapeEditor& editor) { simplifySelected(editor, kSimplify); }},
    {"raise", kCtrl | Qt::Key_Up, [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Raise")); },
     anySelected, reorder<Step::Raise>, true},
    {"lower", kCtrl | Qt::Key_Down,
     [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Lower")); }, anySelected,
     reorder<Step::Lower>},
    {"toFront", kCtrlShift | Qt::Key_Up,
     [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Bring to the front")); }, anySelected,
     reorder<Step::ToFront>},
    {"toBack", kCtrlShift | Qt::Key_Down,
     [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Send to the back")); }, anySelected,
     reorder<Step::ToBack>},
    {"lock", kCtrl | Qt::Key_L,
     [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Lock or unlock")); }, anySelected,
     toggleLock, true},
    {"hide", QKeyCombination(Qt::Key_H),
     [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Hide")); }, anySelected, hide},
    {"showAll", Qt::ShiftModifier | Qt::Key_H,
     [] { return text(QT_TRANSLATE_NOOP("graft::ui::ShapeCommands", "Show what is hidden")); }, anyHidden,
     [](ShapeEditor& editor) { editor.showAll(); }}};

} // namespace

std::span<const ShapeCommand> shapeCommands() {
    return kCommands;
}

bool runShapeCommand(const QKeyEvent& event, ShapeEditor& editor) {
    const int key = event.key() == Qt::Key_Backspace ? int(Qt::Key_Delete) : event.key();
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    for (const ShapeCommand& command : kCommands)
        if (command.key == QKeyCombination(modifiers, Qt::Key(key)) && command.enabled(editor)) {
            command.run(editor);
            return true;
        }
    return false;
}

void addShapeCommands(QMenu& menu, ShapeEditor& editor) {
    for (const ShapeCommand& command : kCommands) {
        if (command.startsGroup)
            menu.addSeparator();
        QAction* action = menu.addAction(command.text());
        action->setObjectName(QLatin1String(command.name));
        action->setShortcut(command.key); // shown; the canvas has the key
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setShortcutVisibleInContextMenu(true);
        action->setEnabled(command.enabled(editor));
        QObject::connect(action, &QAction::triggered, &editor, [&editor, run = command.run] { run(editor); });
    }
}

} // namespace graft::ui
