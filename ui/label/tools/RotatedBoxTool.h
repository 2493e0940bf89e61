#pragma once

#include "ui/label/tools/HandleDrag.h"

namespace graft::ui {

/// A drag draws one side, from where it begins to where it ends; the pointer then pulls the box out of it,
/// and a click sets it down.
class RotatedBoxTool : public CanvasTool {
public:
    explicit RotatedBoxTool(ShapeEditor& editor) : CanvasTool(editor), m_handles(editor) {}

    bool press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool hover(const Pointer& pointer) override;
    bool doubleClick(const Pointer&) override { return false; }
    bool key(const QKeyEvent& event) override;
    void cancel() override;
    bool busy() const override { return m_stage != Stage::Nothing || m_handles.busy(); }
    bool clicks() const override { return m_stage == Stage::Depth; }
    QCursor cursor(const Pointer& pointer) const override;
    void paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const override;

private:
    enum class Stage { Nothing, Side, Depth };
    std::optional<annotation::RotatedBox> box() const;
    void setDown();

    HandleDrag m_handles;
    Stage m_stage = Stage::Nothing;
    annotation::Point m_from, m_to; ///< of the side
    annotation::Point m_pointer;
};

} // namespace graft::ui
