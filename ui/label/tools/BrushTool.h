#pragma once

#include "annotation/MaskEdit.h"
#include "ui/label/tools/CanvasTool.h"

#include <optional>

namespace graft::ui {

/// A round brush on masks. Painting adds to the selected mask, or begins one; erasing takes from the selected
/// mask, or from all that the stroke touches.
class BrushTool : public CanvasTool {
public:
    enum class Kind { Paint, Erase };
    BrushTool(ShapeEditor& editor, Kind kind) : CanvasTool(editor), m_kind(kind) {}

    bool press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool hover(const Pointer& pointer) override;
    bool key(const QKeyEvent& event) override;
    void cancel() override;
    bool busy() const override { return m_last.has_value(); }
    QCursor cursor(const Pointer&) const override { return Qt::CrossCursor; }
    void paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const override;
    QRectF footprint(const CanvasView& view) const override;

private:
    void extend(annotation::Point to);

    Kind m_kind;
    std::vector<annotation::Span> m_stroke;
    std::optional<annotation::Point> m_last; ///< where the brush was; none: it is lifted
    annotation::Point m_pointer;
};

} // namespace graft::ui
