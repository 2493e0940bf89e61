#pragma once

#include "ui/label/tools/HandleDrag.h"

namespace graft::ui {

/// A drag from corner to corner draws the ellipse inside that box, with Shift a circle. Handles reshape and
/// turn it.
class EllipseTool : public CanvasTool {
public:
    explicit EllipseTool(ShapeEditor& editor) : CanvasTool(editor), m_handles(editor) {}

    bool press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    void cancel() override;
    bool busy() const override { return m_drawing || m_handles.busy(); }
    QCursor cursor(const Pointer& pointer) const override;
    void paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const override;

private:
    HandleDrag m_handles;
    bool m_drawing = false;
    annotation::Point m_from;
    std::optional<annotation::Ellipse> m_ellipse; ///< none: not dragged far enough yet
};

} // namespace graft::ui
