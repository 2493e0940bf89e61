#include "ui/label/tools/PolygonTool.h"

#include "ui/label/tools/DraftPaint.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace graft::ui {

bool PolygonTool::closes(const Pointer& pointer) const {
    return m_kind == Kind::Ring && m_points.size() >= fewest() &&
           annotation::distance(m_points.front(), pointer.at) <= pointer.reach;
}

bool PolygonTool::press(const Pointer& pointer) {
    if (closes(pointer)) {
        close();
        return true;
    }
    if (m_points.empty())
        m_editor.select({});
    const annotation::Point vertex = annotation::vertexNear(pointer.at, m_editor.extent());
    if (m_points.empty() || m_points.back() != vertex)
        m_points.push_back(vertex);
    m_pointer = vertex;
    return true;
}

bool PolygonTool::hover(const Pointer& pointer) {
    m_pointer = annotation::vertexNear(pointer.at, m_editor.extent());
    m_overFirst = closes(pointer);
    return busy();
}

// The first click of the two has set its vertex already.
bool PolygonTool::doubleClick(const Pointer&) {
    close();
    return true;
}

void PolygonTool::close() {
    if (m_points.size() < fewest())
        return;
    std::vector<annotation::Point> points;
    std::swap(points, m_points);
    const annotation::Geometry geometry = m_kind == Kind::Ring
                                              ? annotation::Geometry(annotation::Polygon{points})
                                              : annotation::Geometry(annotation::Polyline{points});
    if (!m_editor.add(project::ShapeVerb::Draw, geometry))
        std::swap(points, m_points); // what was clicked is not lost
}

bool PolygonTool::key(const QKeyEvent& event) {
    if (!busy())
        return false;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        close();
        return true;
    case Qt::Key_Backspace:
        m_points.pop_back();
        return true;
    default:
        return false;
    }
}

void PolygonTool::paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const {
    if (!busy())
        return;
    const QColor color = markOf(marks, m_editor.nextClass()).color;
    std::vector<annotation::Point> way = m_points;
    way.push_back(m_overFirst ? m_points.front() : m_pointer);
    paintDraft(painter, way, color, view, m_kind == Kind::Ring ? DraftKind::Closed : DraftKind::Open);
    paintAnchors(painter, m_points, color, view);
    if (m_kind == Kind::Ring && m_points.size() >= fewest()) {
        painter.setBrush(m_overFirst ? color : theme::textOn(color));
        painter.drawEllipse(view(m_points.front()), 6, 6);
    }
}

} // namespace graft::ui
