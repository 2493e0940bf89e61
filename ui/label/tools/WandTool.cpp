#include "ui/label/tools/WandTool.h"

#include "regions/Wand.h"
#include "ui/label/MaskVerbs.h"
#include "ui/label/PatchView.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace graft::ui {
namespace {

constexpr int kArea = 4096;         ///< side of what is looked at around the pointer, in pixels of the image
constexpr double kPerTolerance = 2; ///< the hand's way in the view

} // namespace

/// Belongs to the thread of the background, of which there is one.
struct WandTool::Looked {
    std::optional<PatchView> view;
};

bool WandTool::press(const Pointer& pointer) {
    if (busy())
        return true; // what was pointed at before is still being looked for
    const annotation::Extent image = m_editor.extent();
    if (pointer.at.x < 0 || pointer.at.y < 0 || pointer.at.x >= image.width || pointer.at.y >= image.height)
        return false;
    m_seed = pointer.at;
    m_looked = std::make_shared<Looked>();
    m_takesAway = takesAway(pointer);
    m_released = false;
    m_tolerance = m_tolerance0 = m_editor.wand().tolerance;
    look();
    return true;
}

void WandTool::move(const Pointer& pointer) {
    if (!m_seed || m_released)
        return;
    const double way = (pointer.at.x - m_seed->x) * kReach / pointer.reach;
    const int wanted = std::clamp(m_tolerance0 + int(std::lround(way / kPerTolerance)), 0, 255);
    if (wanted == m_tolerance)
        return;
    m_tolerance = wanted;
    look();
}

void WandTool::look() {
    const auto picture = m_bench.picture();
    m_spans.reset();
    if (!picture)
        return m_editor.tell(QCoreApplication::translate(
            "graft::ui::WandTool", "The image is still being read; point again in a moment."));
    const QPointF at(m_seed->x, m_seed->y);
    regions::WandOptions options = m_editor.wand();
    options.tolerance = m_tolerance;
    m_ticket =
        m_bench.background.start([this, picture, at, options, looked = m_looked]() -> std::function<void()> {
            if (!looked->view)
                looked->view = patchOf(*picture, areaAround(at, kArea, picture->size), qint64(kArea) * kArea);
            const PatchView& view = *looked->view;
            const auto bits = regions::similarTo(view.patch, view.column(at.x()), view.row(at.y()), options);
            if (!bits)
                return [this, why = QString::fromStdString(bits.error().message)] {
                    cancel();
                    m_editor.tell(why);
                };
            return [this, spans = view.spansOf(*bits)] { found(spans); };
        });
}

void WandTool::found(std::vector<annotation::Span> spans) {
    m_spans = std::move(spans);
    Q_EMIT m_editor.strokeEnded();
    const auto mask = selectedMask(m_editor);
    Q_EMIT m_editor.strokeGrew(*m_spans, mask ? mask->classId : m_editor.nextClass(), m_takesAway);
    if (m_released)
        store();
    m_bench.repaint();
}

void WandTool::release(const Pointer&) {
    m_released = true;
    if (m_spans)
        store();
    else if (!m_ticket)
        cancel();
}

void WandTool::store() {
    std::vector<annotation::Span> spans = std::move(*m_spans);
    setTolerance(m_tolerance);
    m_seed.reset();
    m_looked.reset();
    m_spans.reset();
    m_ticket.reset();
    m_released = false;
    if (m_takesAway)
        eraseFrom(m_editor, spans);
    else
        paintOn(m_editor, std::move(spans));
    Q_EMIT m_editor.strokeEnded();
}

void WandTool::setTolerance(int tolerance) {
    regions::WandOptions options = m_editor.wand();
    options.tolerance = std::clamp(tolerance, 0, 255);
    m_editor.setWand(options);
}

void WandTool::cancel() {
    const bool any = busy();
    m_seed.reset();
    m_looked.reset();
    m_spans.reset();
    m_ticket.reset();
    m_released = false;
    if (any)
        Q_EMIT m_editor.strokeEnded();
}

bool WandTool::key(const QKeyEvent& event) {
    if (event.key() != Qt::Key_BracketLeft && event.key() != Qt::Key_BracketRight)
        return false;
    const int by = event.key() == Qt::Key_BracketRight ? 4 : -4;
    setTolerance(m_editor.wand().tolerance + by);
    return true;
}

void WandTool::paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const {
    if (!m_seed)
        return;
    const QString text = QCoreApplication::translate("graft::ui::WandTool", "Tolerance %1").arg(m_tolerance);
    paintChip(painter, text, markOf(marks, m_editor.nextClass()).color, QRectF(view(*m_seed), QSizeF(1, 1)),
              painter.viewport());
}

} // namespace graft::ui
