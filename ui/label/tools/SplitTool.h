#pragma once

#include "ui/label/tools/CanvasTool.h"

#include <optional>

namespace graft::ui {

/// A drag from one side of a shape to the other cuts it in two.
class SplitTool : public CanvasTool {
public:
    using CanvasTool::CanvasTool;

    bool press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    void cancel() override { m_from.reset(); }
    bool busy() const override { return m_from.has_value(); }
    QCursor cursor(const Pointer&) const override { return Qt::CrossCursor; }
    void paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const override;

private:
    std::optional<annotation::Point> m_from;
    annotation::Point m_to;
};

} // namespace graft::ui
