#pragma once

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <variant>
#include <vector>

class QPainter;

namespace graft::report {

// A chart as plain data, so that the same one becomes SVG in a web page and strokes in a PDF. CSS pixels, y
// downwards.

struct Line {
    QPointF from;
    QPointF to;
    QColor color;
    double width = 1;
    bool dashed = false;
};
struct Polyline {
    std::vector<QPointF> points;
    QColor color;
    double width = 1;
    bool dashed = false;
};
struct Box {
    QRectF area;
    QColor fill;
    QColor outline; ///< invalid: none
    double radius = 0;
};
struct Circle {
    QPointF center;
    double radius = 3;
    QColor fill;
    QColor outline;
    double outlineWidth = 0;
};
struct Label {
    enum class Anchor { Start, Middle, End };
    QPointF baseline; ///< of the text's start, middle or end
    QString text;
    QColor color;
    double size = 11;
    int weight = 400;
    Anchor anchor = Anchor::Start;
    bool upwards = false; ///< turned by a quarter, reading from bottom to top
};
using Mark = std::variant<Line, Polyline, Box, Circle, Label>;

struct Drawing {
    double width = 0;
    double height = 0;
    std::vector<Mark> marks;
};

/// An <svg> element. `title` and `description` are what a screen reader says; `id` is unique in the page.
QString toSvg(const Drawing& drawing, const QString& id, const QString& title, const QString& description);
/// At the origin of `painter`, in its units.
void paint(const Drawing& drawing, QPainter& painter);

/// Width of a text in the font that paints it.
double textWidth(const QString& text, double size, int weight = 400);
/// Shortened in the middle where it is wider.
QString elided(const QString& text, double size, double width, int weight = 400);

} // namespace graft::report
