#pragma once

#include "annotation/PolygonEdit.h"
#include "ui/label/tools/CanvasTool.h"

namespace graft::ui {

/// Clicks set vertices; Enter or a double click ends, of a ring also a click on the first vertex.
class PolygonTool : public CanvasTool {
public:
    enum class Kind { Ring, Line };
    PolygonTool(ShapeEditor& editor, Kind kind) : CanvasTool(editor), m_kind(kind) {}

    bool press(const Pointer& pointer) override;
    bool hover(const Pointer& pointer) override;
    void move(const Pointer& pointer) override { hover(pointer); }
    bool doubleClick(const Pointer& pointer) override;
    bool key(const QKeyEvent& event) override;
    void cancel() override { m_points.clear(); }
    bool busy() const override { return !m_points.empty(); }
    bool clicks() const override { return true; }
    QCursor cursor(const Pointer&) const override { return Qt::CrossCursor; }
    void paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const override;

private:
    bool closes(const Pointer& pointer) const;
    void close();

    std::size_t fewest() const { return m_kind == Kind::Ring ? annotation::kFewestVertices : 2; }

    Kind m_kind;
    std::vector<annotation::Point> m_points;
    annotation::Point m_pointer;
    bool m_overFirst = false;
};

} // namespace graft::ui
