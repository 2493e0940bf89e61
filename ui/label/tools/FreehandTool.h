#pragma once

#include "ui/label/tools/CanvasTool.h"

namespace graft::ui {

/// A drag around something draws a polygon, of as few vertices as follow the hand to half a pixel of the
/// screen.
class FreehandTool : public CanvasTool {
public:
    using CanvasTool::CanvasTool;

    bool press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    void cancel() override { m_way.clear(); }
    bool busy() const override { return !m_way.empty(); }
    QCursor cursor(const Pointer&) const override { return Qt::CrossCursor; }
    void paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const override;

private:
    std::vector<annotation::Point> m_way;
};

} // namespace graft::ui
