#pragma once

#include "ui/label/ShapePainter.h"

#include <vector>

class QPainter;

namespace graft::ui {

enum class DraftKind { Open, Closed };

/// What is being drawn: its line, and where it closes its area with a dotted edge back to the start.
void paintDraft(QPainter& painter, const std::vector<annotation::Point>& points, const QColor& color,
                const CanvasView& view, DraftKind kind);
/// A closed shape that would be stored as it is now.
void paintDraft(QPainter& painter, const annotation::Geometry& geometry, const QColor& color,
                const CanvasView& view);
/// Small discs on places that were clicked.
void paintAnchors(QPainter& painter, const std::vector<annotation::Point>& points, const QColor& color,
                  const CanvasView& view);

} // namespace graft::ui
