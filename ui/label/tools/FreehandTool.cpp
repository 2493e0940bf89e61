#include "ui/label/tools/FreehandTool.h"

#include "annotation/PolygonEdit.h"
#include "annotation/Simplify.h"
#include "ui/label/tools/DraftPaint.h"

namespace graft::ui {

using annotation::Point;
using annotation::Polygon;

namespace {

constexpr double kStep = 1.5; ///< of the hand in the view, less is trembling
constexpr double kTolerance = 0.5;
constexpr double kFinest = 0.25; ///< in pixels of the image

double inImage(double inView, const Pointer& pointer) {
    return inView * pointer.reach / kReach;
}

} // namespace

bool FreehandTool::press(const Pointer& pointer) {
    m_editor.select({});
    m_way = {annotation::clamped(pointer.at, m_editor.extent())};
    return true;
}

void FreehandTool::move(const Pointer& pointer) {
    const Point at = annotation::clamped(pointer.at, m_editor.extent());
    if (busy() && annotation::distance(at, m_way.back()) >= inImage(kStep, pointer))
        m_way.push_back(at);
}

void FreehandTool::release(const Pointer& pointer) {
    std::vector<Point> way;
    std::swap(way, m_way);
    Polygon ring =
        annotation::simplified(Polygon{std::move(way)}, std::max(kFinest, inImage(kTolerance, pointer)));
    for (Point& point : ring.points)
        point = annotation::vertexNear(point, m_editor.extent());
    if (ring.points.size() >= annotation::kFewestVertices && annotation::area(ring) > 0)
        m_editor.add(project::ShapeVerb::Draw, std::move(ring));
}

void FreehandTool::paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const {
    paintDraft(painter, m_way, markOf(marks, m_editor.nextClass()).color, view, DraftKind::Closed);
}

} // namespace graft::ui
