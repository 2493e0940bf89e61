#pragma once

#include "ui/label/ShapeEditor.h"
#include "ui/label/ShapePainter.h"

#include <QCursor>

#include <memory>

class QKeyEvent;
class QPainter;

namespace graft::ui {

inline constexpr double kReach = 7; ///< of a hand, in the view

/// Where the pointer is, in pixels of the image.
struct Pointer {
    annotation::Point at;
    double reach = 1; ///< how far off a person may be
    Qt::KeyboardModifiers modifiers;
};

/// Alt, or Ctrl, as many desktops keep Alt for moving windows.
inline bool takesAway(const Pointer& pointer) {
    return pointer.modifiers & (Qt::AltModifier | Qt::ControlModifier);
}

/// What the pointer and the keys do on the canvas. A gesture is stored when it ends, as one entry of the undo
/// menu; cancel() leaves nothing of it.
class CanvasTool {
public:
    explicit CanvasTool(ShapeEditor& editor) : m_editor(editor) {}
    virtual ~CanvasTool() = default;
    CanvasTool(const CanvasTool&) = delete;
    CanvasTool& operator=(const CanvasTool&) = delete;

    /// False: nothing for the tool here, the canvas may move the image.
    virtual bool press(const Pointer& pointer) = 0;
    /// With the button held, after a press that was for the tool.
    virtual void move(const Pointer&) {}
    virtual void release(const Pointer&) {}
    /// Without a button. True: the tool's picture has changed.
    virtual bool hover(const Pointer&) { return false; }
    virtual bool doubleClick(const Pointer&) { return false; }
    /// False: the key means nothing to the tool.
    virtual bool key(const QKeyEvent&) { return false; }
    virtual void cancel() {}
    /// A press is all that the tool waits for now; where it is let go means nothing.
    virtual bool clicks() const { return false; }
    /// Whether a gesture is under way.
    virtual bool busy() const { return false; }
    virtual QCursor cursor(const Pointer&) const { return Qt::ArrowCursor; }
    virtual void paint(QPainter&, const ClassMarks&, const CanvasView&) const {}
    /// The part of the view that paint() covers around the pointer, where the tool knows it; null: all.
    virtual QRectF footprint(const CanvasView&) const { return {}; }

protected:
    ShapeEditor& m_editor;
};

} // namespace graft::ui
