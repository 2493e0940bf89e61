#include "ui/label/RegionVerbs.h"

#include "annotation/Fill.h"
#include "annotation/HitTest.h"
#include "annotation/Outline.h"
#include "annotation/PolygonEdit.h"
#include "annotation/Region.h"
#include "annotation/Simplify.h"

#include <QCoreApplication>
#include <QLineF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace graft::ui {

using annotation::Box;
using annotation::Extent;
using annotation::Geometry;
using annotation::Mask;
using annotation::Point;
using annotation::Polygon;
using annotation::Shape;
using project::ShapeVerb;

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("graft::ui::RegionVerbs", source);
}

QPainterPath pathOf(const Geometry& geometry) {
    QPolygonF ring;
    for (const Point& point : annotation::ringOf(geometry))
        ring << QPointF(point.x, point.y);
    QPainterPath path;
    path.addPolygon(ring);
    path.closeSubpath();
    return path;
}

bool isUprightBox(const std::vector<Point>& ring) {
    if (ring.size() != 4)
        return false;
    const Box box = annotation::boundingBox(Polygon{ring});
    return std::ranges::all_of(ring,
                               [&](const Point& p) {
                                   return (p.x == box.x || p.x == box.x + box.width) &&
                                          (p.y == box.y || p.y == box.y + box.height);
                               }) &&
           std::abs(annotation::area(Polygon{ring}) - box.area()) < 1e-9;
}

/// A ring of Qt, on quarters of pixels; nothing where it encloses nothing.
std::optional<Geometry> geometryOf(const QPolygonF& ring, Extent image) {
    Polygon polygon;
    for (const QPointF& at : ring) {
        const Point point = annotation::vertexNear({at.x(), at.y()}, image);
        if (polygon.points.empty() || (polygon.points.back() != point))
            polygon.points.push_back(point);
    }
    while (polygon.points.size() > 1 && polygon.points.front() == polygon.points.back())
        polygon.points.pop_back();
    polygon = annotation::simplified(polygon, 0.01); // what lies on straight edges
    if (polygon.points.size() < annotation::kFewestVertices || annotation::area(polygon) < 0.25)
        return std::nullopt;
    if (isUprightBox(polygon.points))
        return annotation::boundingBox(polygon);
    return polygon;
}

/// The rings of a path; those with less than a quarter of a pixel are left out.
std::vector<Geometry> ringsOf(const QPainterPath& path, Extent image) {
    std::vector<Geometry> rings;
    for (const QPolygonF& ring : path.simplified().toSubpathPolygons())
        if (auto geometry = geometryOf(ring, image))
            rings.push_back(std::move(*geometry));
    return rings;
}

bool isOutline(const Shape& shape) {
    return !std::holds_alternative<Mask>(shape.geometry);
}

Mask maskOf(const Geometry& geometry, Extent image) {
    return annotation::maskFromSpans(annotation::coveredBy(geometry, image));
}

std::vector<Shape> selectedWithArea(const ShapeEditor& editor) {
    std::vector<Shape> shapes = editor.selectedShapes();
    std::erase_if(shapes, [](const Shape& shape) { return !annotation::hasArea(shape.geometry); });
    return shapes;
}

std::vector<ShapeId> idsOf(const std::vector<Shape>& shapes) {
    std::vector<ShapeId> ids;
    for (const Shape& shape : shapes)
        ids.push_back(shape.id);
    return ids;
}

/// The first with what the path or the masks of the others make of it.
Geometry combined(const std::vector<Shape>& shapes, Extent image, bool unites) {
    if (std::ranges::all_of(shapes, isOutline)) {
        QPainterPath path = pathOf(shapes[0].geometry);
        for (std::size_t i = 1; i < shapes.size(); ++i)
            path = unites ? path.united(pathOf(shapes[i].geometry))
                          : path.subtracted(pathOf(shapes[i].geometry));
        if (std::vector<Geometry> rings = ringsOf(path, image); rings.size() == 1)
            return std::move(rings.front());
    }
    Mask mask = maskOf(shapes[0].geometry, image);
    for (std::size_t i = 1; i < shapes.size(); ++i) {
        const auto spans = annotation::coveredBy(shapes[i].geometry, image);
        mask = unites ? annotation::united(mask, spans)
                      : annotation::subtracted(mask, annotation::spansOf(annotation::maskFromSpans(spans)));
    }
    return mask;
}

/// The half of the plane left of the cut, as large as it need be.
QPainterPath halfPlane(Point from, Point to, Extent image) {
    const double far = 4.0 * (image.width + image.height);
    const double length = annotation::distance(from, to);
    const QPointF along((to.x - from.x) / length, (to.y - from.y) / length);
    const QPointF aside(along.y(), -along.x()); // to the left, as y goes down
    const QPointF middle(from.x, from.y);
    QPainterPath path;
    path.addPolygon(QPolygonF({middle - along * far, middle + along * far, middle + along * far + aside * far,
                               middle - along * far + aside * far}));
    path.closeSubpath();
    return path;
}

/// Whether the cut begins and ends outside and is inside in between.
bool goesThrough(const Geometry& geometry, Point from, Point to) {
    if (!annotation::hasArea(geometry) || annotation::contains(geometry, from) ||
        annotation::contains(geometry, to))
        return false;
    const int steps = std::max(2, int(std::ceil(2 * annotation::distance(from, to))));
    for (int i = 1; i < steps; ++i) {
        const double t = double(i) / steps;
        if (annotation::contains(geometry, {from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)}))
            return true;
    }
    return false;
}

std::vector<Geometry> piecesOf(const Geometry& geometry, Point from, Point to, Extent image) {
    std::vector<Geometry> pieces;
    if (const auto* mask = std::get_if<Mask>(&geometry)) {
        const auto [left, right] = annotation::halvesOf(*mask, from, to);
        for (const Mask& half : {left, right})
            if (!half.runs.empty())
                pieces.emplace_back(half);
        return pieces;
    }
    const QPainterPath whole = pathOf(geometry), left = halfPlane(from, to, image);
    pieces = ringsOf(whole.intersected(left), image);
    for (Geometry& piece : ringsOf(whole.subtracted(left), image))
        pieces.push_back(std::move(piece));
    return pieces;
}

/// The largest piece keeps the shape's identity.
void addPieces(std::vector<Shape>& changed, const Shape& shape, std::vector<Geometry> pieces) {
    std::ranges::stable_sort(pieces, std::greater(),
                             [](const Geometry& piece) { return annotation::area(piece); });
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        changed.push_back(shape);
        changed.back().geometry = std::move(pieces[i]);
        if (i > 0)
            changed.back().id = {};
    }
}

} // namespace

void mergeSelected(ShapeEditor& editor) {
    std::vector<Shape> shapes = selectedWithArea(editor);
    if (shapes.size() < 2)
        return editor.tell(text(QT_TRANSLATE_NOOP("graft::ui::RegionVerbs",
                                                  "Select two or more shapes to merge, with Shift+click.")));
    Shape merged = shapes.front();
    merged.geometry = combined(shapes, editor.extent(), true);
    const std::vector<ShapeId> ids = idsOf(shapes);
    editor.change(ShapeVerb::Merge, {merged}, {ids.begin() + 1, ids.end()});
    editor.select({merged.id});
}

void subtractFromFirst(ShapeEditor& editor) {
    std::vector<Shape> shapes = selectedWithArea(editor);
    if (shapes.size() < 2)
        return editor.tell(text(QT_TRANSLATE_NOOP(
            "graft::ui::RegionVerbs",
            "Select the shape to take from, then with Shift+click those that are taken away.")));
    Shape left = shapes.front();
    left.geometry = combined(shapes, editor.extent(), false);
    if (annotation::area(left.geometry) == 0)
        return editor.tell(text(QT_TRANSLATE_NOOP(
            "graft::ui::RegionVerbs", "Nothing would be left of the shape that was selected first.")));
    editor.change(ShapeVerb::Subtract, {left});
}

bool splitAlong(ShapeEditor& editor, Point from, Point to) {
    const std::vector<Shape> selected = editor.selectedShapes();
    std::vector<Shape> changed;
    for (const Shape& shape : selected.empty() ? editor.reachable() : selected) {
        if (!goesThrough(shape.geometry, from, to))
            continue;
        std::vector<Geometry> pieces = piecesOf(shape.geometry, from, to, editor.extent());
        if (pieces.size() > 1)
            addPieces(changed, shape, std::move(pieces));
    }
    return !changed.empty() && editor.change(ShapeVerb::Split, changed);
}

void separateParts(ShapeEditor& editor) {
    std::vector<Shape> changed;
    for (const Shape& shape : editor.selectedShapes()) {
        const auto* mask = std::get_if<Mask>(&shape.geometry);
        std::vector<Mask> parts = mask ? annotation::partsOf(*mask) : std::vector<Mask>();
        if (parts.size() > 1)
            addPieces(changed, shape, {parts.begin(), parts.end()});
    }
    if (changed.empty())
        return editor.tell(text(QT_TRANSLATE_NOOP("graft::ui::RegionVerbs",
                                                  "Select a mask of several parts that do not touch.")));
    editor.change(ShapeVerb::Split, changed);
}

void simplifySelected(ShapeEditor& editor, double tolerance) {
    std::vector<Shape> changed;
    for (Shape shape : editor.selectedShapes()) {
        const Geometry before = shape.geometry;
        if (auto* polygon = std::get_if<Polygon>(&shape.geometry))
            *polygon = annotation::simplified(*polygon, tolerance);
        if (auto* line = std::get_if<annotation::Polyline>(&shape.geometry))
            line->points = annotation::simplifiedLine(line->points, tolerance);
        if (!(shape.geometry == before))
            changed.push_back(std::move(shape));
    }
    if (changed.empty())
        return editor.tell(text(
            QT_TRANSLATE_NOOP("graft::ui::RegionVerbs",
                              "There is no vertex to spare: select a polygon or a line with more of them.")));
    editor.change(ShapeVerb::Simplify, changed);
}

} // namespace graft::ui
