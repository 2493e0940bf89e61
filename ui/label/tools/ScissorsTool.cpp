#include "ui/label/tools/ScissorsTool.h"

#include "annotation/PolygonEdit.h"
#include "annotation/Simplify.h"
#include "ui/label/tools/DraftPaint.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace graft::ui {

using annotation::Point;

namespace {

constexpr int kArea = 512; ///< side of what is looked at around a click, in pixels of the image
constexpr double kTolerance = 0.75;

} // namespace

struct ScissorsTool::Wire {
    PatchView view;
    std::unique_ptr<regions::Scissors> scissors;
};

// Where the edges are not known – still being looked for, or too far off – the line is straight.
std::vector<Point> ScissorsTool::wireTo(Point to) const {
    const Point from = m_anchors.back();
    if (!m_wire || !QRectF(m_wire->view.area).contains(to.x, to.y))
        return {from, to};
    const PatchView& view = m_wire->view;
    const auto path = m_wire->scissors->pathTo({view.column(to.x), view.row(to.y)});
    std::vector<Point> line{from};
    for (std::size_t i = 1; i + 1 < path.size(); ++i)
        line.push_back({view.area.left() + (path[i].x + 0.5) / view.scale,
                        view.area.top() + (path[i].y + 0.5) / view.scale});
    line.push_back(to);
    return line;
}

void ScissorsTool::look() {
    m_wire.reset();
    const auto picture = m_bench.picture();
    if (!picture)
        return;
    m_ticket = m_bench.background.start([this, picture, from = m_anchors.back()]() -> std::function<void()> {
        auto wire = std::make_shared<Wire>();
        wire->view = patchOf(*picture, areaAround({from.x, from.y}, kArea, picture->size), kArea * kArea);
        auto scissors =
            regions::Scissors::from(wire->view.patch, {wire->view.column(from.x), wire->view.row(from.y)});
        if (!scissors)
            return [] {}; // straight lines then
        wire->scissors = std::move(*scissors);
        return [this, wire] {
            m_wire = wire;
            m_live = wireTo(m_pointer);
            m_bench.repaint();
        };
    });
}

bool ScissorsTool::closes(const Pointer& pointer) const {
    return m_anchors.size() >= 2 && annotation::distance(m_anchors.front(), pointer.at) <= pointer.reach;
}

bool ScissorsTool::press(const Pointer& pointer) {
    if (closes(pointer)) {
        close();
        return true;
    }
    const Point at = annotation::vertexNear(pointer.at, m_editor.extent());
    if (m_anchors.empty())
        m_editor.select({});
    else if (m_anchors.back() == at)
        return true;
    else
        m_pieces.push_back(wireTo(at));
    m_anchors.push_back(at);
    m_pointer = at;
    m_live.clear();
    look();
    return true;
}

bool ScissorsTool::hover(const Pointer& pointer) {
    m_overFirst = closes(pointer);
    m_pointer = m_overFirst ? m_anchors.front() : annotation::vertexNear(pointer.at, m_editor.extent());
    if (busy())
        m_live = wireTo(m_pointer);
    return busy();
}

bool ScissorsTool::doubleClick(const Pointer&) {
    close();
    return true;
}

void ScissorsTool::close() {
    if (m_anchors.size() < 2)
        return;
    std::vector<Point> ring;
    m_pieces.push_back(wireTo(m_anchors.front()));
    for (const std::vector<Point>& piece : m_pieces)
        ring.insert(ring.end(), piece.begin(), piece.end() - 1); // the next one begins there
    annotation::Polygon polygon = annotation::simplified({std::move(ring)}, kTolerance);
    for (Point& point : polygon.points)
        point = annotation::vertexNear(point, m_editor.extent());
    if (polygon.points.size() >= annotation::kFewestVertices && annotation::area(polygon) > 0 &&
        m_editor.add(project::ShapeVerb::Draw, std::move(polygon)))
        return cancel();
    m_pieces.pop_back(); // what was clicked is not lost
}

bool ScissorsTool::key(const QKeyEvent& event) {
    if (!busy())
        return false;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        close();
        return true;
    case Qt::Key_Backspace:
        m_anchors.pop_back();
        if (!m_pieces.empty())
            m_pieces.pop_back();
        m_live.clear();
        if (busy())
            look();
        return true;
    default:
        return false;
    }
}

void ScissorsTool::cancel() {
    m_anchors.clear();
    m_pieces.clear();
    m_live.clear();
    m_wire.reset();
    m_ticket.reset();
    m_overFirst = false;
}

void ScissorsTool::paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const {
    if (!busy())
        return;
    const QColor color = markOf(marks, m_editor.nextClass()).color;
    std::vector<Point> line;
    for (const std::vector<Point>& piece : m_pieces)
        line.insert(line.end(), piece.begin(), piece.end());
    line.insert(line.end(), m_live.begin(), m_live.end());
    if (line.empty())
        line = {m_anchors.back(), m_pointer};
    paintDraft(painter, line, color, view, DraftKind::Closed);
    paintAnchors(painter, m_anchors, color, view);
    painter.setBrush(m_overFirst ? color : theme::textOn(color));
    painter.drawEllipse(view(m_anchors.front()), 6, 6);
}

} // namespace graft::ui
