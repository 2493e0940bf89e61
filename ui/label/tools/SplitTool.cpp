#include "ui/label/tools/SplitTool.h"

#include "annotation/HitTest.h"
#include "ui/label/RegionVerbs.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QPainter>

namespace graft::ui {

bool SplitTool::press(const Pointer& pointer) {
    m_from = m_to = pointer.at;
    return true;
}

void SplitTool::move(const Pointer& pointer) {
    m_to = pointer.at;
}

// A click without a drag selects what lies there.
void SplitTool::release(const Pointer& pointer) {
    const auto from = std::exchange(m_from, std::nullopt);
    if (!from)
        return;
    if (annotation::distance(*from, pointer.at) < pointer.reach)
        return m_editor.selectAt(pointer.at, pointer.reach);
    if (!splitAlong(m_editor, *from, pointer.at))
        m_editor.tell(QCoreApplication::translate(
            "graft::ui::SplitTool", "The cut goes through no shape from one side to the other."));
}

void SplitTool::paint(QPainter& painter, const ClassMarks&, const CanvasView& view) const {
    if (!m_from)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::textOn(theme::palette().danger), 4));
    painter.drawLine(view(*m_from), view(m_to));
    painter.setPen(QPen(theme::palette().danger, 2, Qt::DashLine));
    painter.drawLine(view(*m_from), view(m_to));
}

} // namespace graft::ui
