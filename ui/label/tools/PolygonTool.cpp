#include "ui/label/tools/PolygonTool.h"

#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace graft::ui {

bool PolygonTool::closes(const Pointer& pointer) const {
    return m_ring.points.size() >= annotation::kFewestVertices &&
           annotation::distance(m_ring.points.front(), pointer.at) <= pointer.reach;
}

bool PolygonTool::press(const Pointer& pointer) {
    if (closes(pointer)) {
        close();
        return true;
    }
    if (m_ring.points.empty())
        m_editor.select({});
    const annotation::Point vertex = annotation::vertexNear(pointer.at, m_editor.extent());
    if (m_ring.points.empty() || m_ring.points.back() != vertex)
        m_ring.points.push_back(vertex);
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
    if (m_ring.points.size() < annotation::kFewestVertices)
        return;
    annotation::Polygon ring;
    std::swap(ring, m_ring);
    if (!m_editor.add(project::ShapeVerb::Draw, ring))
        std::swap(ring, m_ring); // what was clicked is not lost
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
        m_ring.points.pop_back();
        return true;
    default:
        return false;
    }
}

void PolygonTool::paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const {
    if (!busy())
        return;
    const QColor color = markOf(marks, m_editor.nextClass()).color;
    QPolygonF ring;
    for (const annotation::Point& point : m_ring.points)
        ring << view(point);
    QColor inside = color;
    inside.setAlphaF(float(kFillOpacity));
    const QPointF pointer = m_overFirst ? ring.front() : view(m_pointer);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inside);
    painter.drawPolygon(ring + QPolygonF({pointer}));
    painter.setPen(QPen(color, 2));
    painter.drawPolyline(ring + QPolygonF({pointer}));
    painter.setPen(QPen(color, 1, Qt::DotLine));
    painter.drawLine(pointer, ring.front());
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(theme::textOn(color));
    for (const QPointF& vertex : ring)
        painter.drawEllipse(vertex, 3.5, 3.5);
    if (m_ring.points.size() >= annotation::kFewestVertices) {
        painter.setBrush(m_overFirst ? color : theme::textOn(color));
        painter.drawEllipse(ring.front(), 6, 6);
    }
}

} // namespace graft::ui
