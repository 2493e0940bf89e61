#pragma once

#include "ui/label/tools/HandleDrag.h"

namespace graft::ui {

/// A click selects, with Shift more than one; a drag moves; handles and vertices reshape.
class SelectTool : public CanvasTool {
public:
    explicit SelectTool(ShapeEditor& editor) : CanvasTool(editor), m_handles(editor) {}

    bool press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool doubleClick(const Pointer& pointer) override;
    bool key(const QKeyEvent& event) override;
    void cancel() override;
    bool busy() const override { return m_handles.busy() || !m_moving.empty(); }
    QCursor cursor(const Pointer& pointer) const override;
    void paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const override;

private:
    bool removeVertex(std::size_t vertex);

    HandleDrag m_handles;
    annotation::Point m_from;
    std::vector<annotation::Shape> m_moving; ///< as they were
    std::vector<annotation::Box> m_boxes;    ///< around them
    std::vector<annotation::Shape> m_moved;  ///< empty: not moved yet
};

} // namespace graft::ui
