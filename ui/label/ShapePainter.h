#pragma once

#include "annotation/Shape.h"
#include "ui/data/ClassMark.h"
#include "ui/label/ShapeLook.h"

#include <QPointF>
#include <QRectF>

class QPainter;

namespace graft::ui {

class ShapeEditor;

/// From pixels of the image to the view.
struct CanvasView {
    QPointF origin; ///< of the image
    double scale = 1;
    QPointF operator()(annotation::Point point) const { return origin + QPointF(point.x, point.y) * scale; }
    QRectF operator()(const annotation::Box& box) const {
        return {(*this)(annotation::Point{box.x, box.y}), QSizeF(box.width, box.height) * scale};
    }
};

/// How strongly a class covers what lies under its shapes.
inline constexpr double kFillOpacity = 0.12;
inline constexpr double kSelectedFillOpacity = 0.25;
inline constexpr double kMaskOpacity = 0.35;
inline constexpr double kSelectedMaskOpacity = 0.5;
/// From a shape to the knob that turns it, in the view.
inline constexpr double kKnobAway = 24;

/// Outlines and areas of everything but masks, as if none were selected; not of those that a gesture moves.
/// `clip`: what of the view is painted.
void paintShapes(QPainter& painter, const ShapeEditor& editor, const ShapeColors& colors,
                 const CanvasView& view, const QRectF& clip);
/// On top of them: those that are selected, moved, or under the pointer, with their names; of masks their
/// frames.
void paintHighlights(QPainter& painter, const ShapeEditor& editor, const ShapeColors& colors,
                     const CanvasView& view, ShapeId hovered);
/// Of the only selected shape: where it can be taken hold of.
void paintHandles(QPainter& painter, const annotation::Shape& shape, const QColor& color,
                  const CanvasView& view);
/// A name on its colour, above `over` or, where that leaves `room`, inside it.
void paintChip(QPainter& painter, const QString& text, const QColor& color, const QRectF& over,
               const QRectF& room);
/// Grey where the class is not known.
ClassMark markOf(const ClassMarks& marks, ClassId id);

} // namespace graft::ui
