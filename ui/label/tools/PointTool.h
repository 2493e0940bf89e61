#pragma once

#include "ui/label/tools/CanvasTool.h"

#include <optional>

namespace graft::ui {

/// A click sets a point; held, it can still be moved.
class PointTool : public CanvasTool {
public:
    using CanvasTool::CanvasTool;

    bool press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    void cancel() override { m_at.reset(); }
    bool busy() const override { return m_at.has_value(); }
    bool clicks() const override { return true; }
    QCursor cursor(const Pointer&) const override { return Qt::CrossCursor; }
    void paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const override;

private:
    std::optional<annotation::Point> m_at;
};

} // namespace graft::ui
