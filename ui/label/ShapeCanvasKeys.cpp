#include "ui/label/ShapeCanvas.h"
#include "ui/label/ShapeCommands.h"

#include <QKeyEvent>

// What keys do on the canvas.
namespace graft::ui {
namespace {

constexpr double kFarNudge = 10;

bool isEnter(int key) {
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

void ShapeCanvas::keyPressEvent(QKeyEvent* event) {
    if (m_editor.editable() && keyPointerKey(*event))
        return update();
    if (m_editor.editable() && m_tool->busy() && m_tool->key(*event))
        return update();
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        if (!event->isAutoRepeat()) {
            m_space = true;
            m_spaceMoved = false;
            setCursor(Qt::OpenHandCursor);
        }
        return;
    }
    if (event->key() == Qt::Key_Menu && m_editor.editable())
        return m_keys.shown() ? menuWanted(viewFromImage({m_keys.at().x, m_keys.at().y}).toPoint())
                              : showMenu(rect().center());
    if (m_editor.editable() && (m_tool->key(*event) || shapeKey(*event) || toolKey(*event)))
        return update();
    ImageCanvas::keyPressEvent(event);
}

void ShapeCanvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || event->isAutoRepeat() || !m_space)
        return ImageCanvas::keyReleaseEvent(event);
    m_space = false;
    unsetCursor();
    if (!m_spaceMoved)
        Q_EMIT spaceTapped();
}

// One step back: what is being drawn, the selection, the tool.
bool ShapeCanvas::escape() {
    if (m_tool->busy() || m_gesture) {
        cancelGesture();
        return true;
    }
    if (!m_editor.selected().empty()) {
        m_editor.select({});
        return true;
    }
    if (m_kind == ToolKind::Select)
        return false;
    setTool(ToolKind::Select);
    return true;
}

bool ShapeCanvas::shapeKey(const QKeyEvent& event) {
    if (event.key() == Qt::Key_Escape)
        return escape();
    if (m_gesture)
        return false;
    return runShapeCommand(event, m_editor) || nudgeKey(event);
}

bool ShapeCanvas::nudgeKey(const QKeyEvent& event) {
    const Qt::KeyboardModifiers others = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (m_editor.selected().empty() || others)
        return false;
    const double step = event.modifiers() & Qt::ShiftModifier ? kFarNudge : 1;
    annotation::Point by;
    switch (event.key()) {
    case Qt::Key_Left:
        by.x = -step;
        break;
    case Qt::Key_Right:
        by.x = step;
        break;
    case Qt::Key_Up:
        by.y = -step;
        break;
    case Qt::Key_Down:
        by.y = step;
        break;
    default:
        return false;
    }
    m_editor.nudge(by, event.isAutoRepeat());
    return true;
}

bool ShapeCanvas::toolKey(const QKeyEvent& event) {
    if (event.modifiers() != Qt::NoModifier)
        return false;
    for (const ToolEntry& entry : toolEntries())
        if (entry.key == event.key()) {
            setTool(entry.kind);
            return true;
        }
    return false;
}

// Enter brings the cross; from then on arrows and Space are its own, until Esc or a press of the mouse.
bool ShapeCanvas::keyPointerKey(const QKeyEvent& event) {
    const int key = event.key();
    if (!m_keys.shown()) {
        const bool wanted = isEnter(key) && !(event.modifiers() & ~Qt::KeypadModifier);
        if (!wanted || m_gesture || m_tool->busy() || imageSize().isEmpty())
            return false;
        showKeyPointer();
        return true;
    }
    if (const auto step = keyStep(event, scale())) {
        m_keys.moveBy(*step, m_editor.extent());
        keyPointerMoved();
        return true;
    }
    if (key == Qt::Key_Escape && !m_gesture && !m_tool->busy()) {
        hideKeyPointer();
        return true;
    }
    if (key != Qt::Key_Space && !isEnter(key))
        return false;
    if (!event.isAutoRepeat())
        isEnter(key) ? finishByKey(event) : pressByKey(event.modifiers());
    return true;
}

// Where the mouse points, else where the cross was, else in the middle of what is seen.
void ShapeCanvas::showKeyPointer() {
    QPointF at = imageFromView(imageInView().intersected(rect()).center());
    if (m_inside)
        at = imageFromView(m_at);
    else if (const auto before = m_keys.before())
        at = {before->x, before->y};
    m_keys.show({at.x(), at.y()}, m_editor.extent());
    m_inside = false;
    keyPointerMoved();
}

void ShapeCanvas::hideKeyPointer() {
    if (!m_keys.shown())
        return;
    if (m_keys.held())
        cancelGesture();
    m_keys.hide();
    setAccessibleDescription({});
    update();
}

// Of another image it may lie outside.
void ShapeCanvas::keepKeyPointer() {
    if (imageSize().isEmpty() || !m_editor.editable()) {
        m_keys.forget();
    } else if (m_keys.shown()) {
        m_keys.moveBy({}, m_editor.extent());
        keyPointerMoved();
    }
}

void ShapeCanvas::keyPointerMoved() {
    const Pointer pointer = m_keys.pointer(scale());
    const QPointF at(pointer.at.x, pointer.at.y);
    bringIntoView(at);
    m_at = viewFromImage(at);
    m_gesture ? m_tool->move(pointer) : void(m_tool->hover(pointer));
    tellKeyPointer();
    update();
}

// A press of Space is a press of the button, the next one its release; of tools that only know clicks, both.
void ShapeCanvas::pressByKey(Qt::KeyboardModifiers modifiers) {
    if (m_keys.held())
        return releaseByKey();
    const bool click = m_tool->clicks();
    m_keys.press(modifiers & ~Qt::KeypadModifier);
    m_gesture = m_tool->press(m_keys.pointer(scale()));
    if (!m_gesture)
        m_keys.release();
    else if (click)
        releaseByKey();
    tellKeyPointer();
}

void ShapeCanvas::releaseByKey() {
    const Pointer pointer = m_keys.pointer(scale());
    m_gesture = false;
    m_tool->release(pointer);
    m_keys.release();
    m_tool->hover(pointer);
    tellKeyPointer();
}

// Lets go, closes, takes over: whatever ends what is under way; else as a click, or a double click to select.
void ShapeCanvas::finishByKey(const QKeyEvent& event) {
    if (m_keys.held())
        return releaseByKey();
    if (m_tool->busy() && m_tool->key(event))
        return tellKeyPointer();
    if (m_kind != ToolKind::Select || !m_tool->doubleClick(m_keys.pointer(scale())))
        pressByKey({});
}

void ShapeCanvas::tellKeyPointer() {
    const auto selected = m_editor.single();
    const QString name = selected ? markOf(m_colors.marks, selected->classId).name : QString();
    setAccessibleDescription(name.isEmpty() ? m_keys.spoken()
                                            : tr("%1; selected: %2").arg(m_keys.spoken(), name));
}

QPointF ShapeCanvas::zoomCentre() const {
    return m_keys.shown() ? viewFromImage({m_keys.at().x, m_keys.at().y}) : ImageCanvas::zoomCentre();
}

} // namespace graft::ui
