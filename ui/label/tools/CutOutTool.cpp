#include "ui/label/tools/CutOutTool.h"

#include "ui/label/tools/DraftPaint.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace graft::ui {

using annotation::Span;
using regions::Hint;

namespace {

constexpr qint64 kMostPixels =
    400 * 400;                   ///< worked on at once, so that an answer takes about a second at most
constexpr double kMargin = 0.35; ///< of the box, looked at around it
constexpr int kLeastMargin = 8;
constexpr double kStroke = 10; ///< width in the view

/// The strokes, on the pixels of the patch.
std::vector<Hint> hintsOn(const PatchView& view,
                          const std::vector<std::pair<std::vector<Span>, Hint>>& strokes) {
    std::vector<Hint> hints;
    if (strokes.empty())
        return hints;
    const auto width = std::size_t(view.patch.width);
    hints.resize(width * std::size_t(view.patch.height), Hint::None);
    for (const auto& [spans, hint] : strokes)
        for (const Span& span : spans) {
            if (span.y < view.area.top() || span.y > view.area.bottom() || span.end <= view.area.left() ||
                span.begin > view.area.right())
                continue;
            const auto row = std::size_t(view.row(span.y + 0.5)) * width;
            for (int x = view.column(span.begin + 0.5); x <= view.column(span.end - 0.5); ++x)
                hints[row + std::size_t(x)] = hint;
        }
    return hints;
}

} // namespace

// The box with a margin that shows what is around the object.
QRect CutOutTool::area() const {
    const double x = std::max(double(kLeastMargin), m_box->width * kMargin);
    const double y = std::max(double(kLeastMargin), m_box->height * kMargin);
    return QRectF(m_box->x - x, m_box->y - y, m_box->width + 2 * x, m_box->height + 2 * y)
        .toAlignedRect()
        .intersected(QRect(0, 0, m_editor.extent().width, m_editor.extent().height));
}

bool CutOutTool::press(const Pointer& pointer) {
    const bool refines = m_stage == Stage::Refining || m_stage == Stage::Looking;
    if (refines && QRectF(area()).contains(pointer.at.x, pointer.at.y)) {
        m_strokes.push_back({{}, takesAway(pointer) ? Hint::Background : Hint::Object});
        m_stroking = true;
        m_last = pointer.at;
        extendStroke(pointer);
        return true;
    }
    if (m_stage == Stage::Refining)
        accept();
    else
        cancel();
    m_stage = Stage::Box;
    m_from = pointer.at;
    return true;
}

void CutOutTool::extendStroke(const Pointer& pointer) {
    const int diameter = std::max(1, int(std::lround(kStroke * pointer.reach / kReach)));
    const auto spans =
        annotation::brushSpans(annotation::brushCentre(m_last, diameter),
                               annotation::brushCentre(pointer.at, diameter), diameter, m_editor.extent());
    m_strokes.back().spans.insert(m_strokes.back().spans.end(), spans.begin(), spans.end());
    m_last = pointer.at;
}

void CutOutTool::move(const Pointer& pointer) {
    if (m_stroking)
        return extendStroke(pointer);
    if (m_stage == Stage::Box && (m_box || annotation::distance(m_from, pointer.at) >= pointer.reach / 2))
        m_box = annotation::boxBetween(m_from, pointer.at, m_editor.extent());
}

// A click without a drag selects what lies there.
void CutOutTool::release(const Pointer& pointer) {
    if (std::exchange(m_stroking, false))
        return look();
    if (m_stage != Stage::Box)
        return;
    if (m_box)
        return look();
    m_stage = Stage::Nothing;
    m_editor.selectAt(pointer.at, pointer.reach);
}

void CutOutTool::look() {
    const auto picture = m_bench.picture();
    if (!picture) {
        cancel();
        return m_editor.tell(QCoreApplication::translate(
            "graft::ui::CutOutTool", "The image is still being read; draw the box again in a moment."));
    }
    m_editor.select({});
    m_stage = Stage::Looking;
    std::vector<std::pair<std::vector<Span>, Hint>> strokes;
    for (const Stroke& stroke : m_strokes)
        strokes.emplace_back(stroke.spans, stroke.hint);
    m_ticket = m_bench.background.start(
        [this, picture, strokes, area = area(), box = *m_box]() -> std::function<void()> {
            const PatchView view = patchOf(*picture, area, kMostPixels);
            const int left = view.column(box.x + 0.5), top = view.row(box.y + 0.5);
            const regions::Window window{left, top, view.column(box.x + box.width - 0.5) - left + 1,
                                         view.row(box.y + box.height - 0.5) - top + 1};
            const auto bits = regions::cutOut(view.patch, window, hintsOn(view, strokes));
            if (!bits)
                return [this, why = QString::fromStdString(bits.error().message)] {
                    cancel();
                    m_editor.tell(why);
                };
            return [this, spans = view.spansOf(*bits)] { found(spans); };
        });
}

void CutOutTool::found(std::vector<Span> spans) {
    if (m_stroking)
        return; // asked for again when the stroke ends
    m_stage = Stage::Refining;
    m_spans = std::move(spans);
    Q_EMIT m_editor.strokeEnded();
    Q_EMIT m_editor.strokeGrew(m_spans, m_editor.nextClass(), false);
    m_bench.repaint();
}

void CutOutTool::accept() {
    std::vector<Span> spans = std::move(m_spans);
    cancel();
    if (spans.empty())
        m_editor.tell(QCoreApplication::translate(
            "graft::ui::CutOutTool",
            "Nothing in the box differs from what is around it. Draw the box closer."));
    else
        m_editor.add(project::ShapeVerb::Draw, annotation::maskFromSpans(std::move(spans)));
}

bool CutOutTool::doubleClick(const Pointer&) {
    if (m_stage != Stage::Refining)
        return false;
    accept();
    return true;
}

bool CutOutTool::key(const QKeyEvent& event) {
    if (m_stage != Stage::Refining)
        return false;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        accept();
        return true;
    case Qt::Key_Backspace: // the last stroke
        if (m_strokes.empty())
            return false;
        m_strokes.pop_back();
        look();
        return true;
    default:
        return false;
    }
}

void CutOutTool::cancel() {
    const bool any = busy();
    m_stage = Stage::Nothing;
    m_box.reset();
    m_strokes.clear();
    m_stroking = false;
    m_spans.clear();
    m_ticket.reset();
    if (any)
        Q_EMIT m_editor.strokeEnded();
}

QCursor CutOutTool::cursor(const Pointer&) const {
    return m_stage == Stage::Looking ? Qt::BusyCursor : Qt::CrossCursor;
}

void CutOutTool::paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const {
    if (!m_box)
        return;
    const QColor color = markOf(marks, m_editor.nextClass()).color;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.5, Qt::DashLine));
    painter.drawRect(view(*m_box));
    for (const Stroke& stroke : m_strokes) {
        QColor ink = stroke.hint == Hint::Object ? theme::palette().success : theme::palette().danger;
        ink.setAlphaF(0.7F);
        for (const Span& span : stroke.spans)
            painter.fillRect(
                view(annotation::Box{double(span.begin), double(span.y), double(span.end - span.begin), 1}),
                ink);
    }
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("graft::ui::CutOutTool", text);
    };
    if (m_stage == Stage::Looking)
        paintChip(painter, tr(QT_TRANSLATE_NOOP("graft::ui::CutOutTool", "Looking for the outline…")), color,
                  view(*m_box), painter.viewport());
    if (m_stage == Stage::Refining)
        paintChip(painter,
                  tr(QT_TRANSLATE_NOOP("graft::ui::CutOutTool",
                                       "Enter takes it · drag adds · Alt+drag takes away")),
                  color, view(*m_box), painter.viewport());
}

} // namespace graft::ui
