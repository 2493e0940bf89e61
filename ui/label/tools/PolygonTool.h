#pragma once

#include "annotation/PolygonEdit.h"
#include "ui/label/tools/CanvasTool.h"

namespace graft::ui {

/// Clicks set vertices; Enter, a double click or a click on the first vertex closes the ring.
class PolygonTool : public CanvasTool {
public:
    using CanvasTool::CanvasTool;

    bool press(const Pointer& pointer) override;
    bool hover(const Pointer& pointer) override;
    void move(const Pointer& pointer) override { hover(pointer); }
    bool doubleClick(const Pointer& pointer) override;
    bool key(const QKeyEvent& event) override;
    void cancel() override { m_ring.points.clear(); }
    bool busy() const override { return !m_ring.points.empty(); }
    QCursor cursor(const Pointer&) const override { return Qt::CrossCursor; }
    void paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const override;

private:
    bool closes(const Pointer& pointer) const;
    void close();

    annotation::Polygon m_ring;
    annotation::Point m_pointer;
    bool m_overFirst = false;
};

} // namespace graft::ui
