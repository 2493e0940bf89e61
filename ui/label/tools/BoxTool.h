#pragma once

#include "ui/label/tools/HandleDrag.h"

namespace graft::ui {

/// A drag draws a box. The handles of the box that was drawn last can be taken hold of at once.
class BoxTool : public CanvasTool {
public:
    explicit BoxTool(ShapeEditor& editor) : CanvasTool(editor), m_handles(editor) {}

    bool press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool hover(const Pointer& pointer) override;
    void cancel() override;
    bool busy() const override { return m_drawing || m_handles.busy(); }
    QCursor cursor(const Pointer& pointer) const override;
    void paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const override;

private:
    HandleDrag m_handles;
    bool m_drawing = false;
    annotation::Point m_from;
    annotation::Point m_pointer;
    std::optional<annotation::Box> m_box; ///< none: not dragged far enough yet
};

} // namespace graft::ui
