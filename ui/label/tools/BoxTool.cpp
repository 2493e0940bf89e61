#include "ui/label/tools/BoxTool.h"

#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QPainter>

namespace graft::ui {

bool BoxTool::press(const Pointer& pointer) {
    m_pointer = m_from = pointer.at;
    if (m_handles.press(pointer))
        return true;
    m_drawing = true;
    return true;
}

void BoxTool::move(const Pointer& pointer) {
    m_pointer = pointer.at;
    if (m_handles.busy())
        return m_handles.move(pointer);
    if (m_drawing && (m_box || annotation::distance(m_from, pointer.at) >= pointer.reach / 2))
        m_box = annotation::boxBetween(m_from, pointer.at, m_editor.extent());
}

// A click without a drag selects what lies there.
void BoxTool::release(const Pointer& pointer) {
    if (m_handles.busy())
        return m_handles.release();
    const std::optional<annotation::Box> box = m_box;
    m_drawing = false;
    m_box.reset();
    if (box) {
        m_editor.add(project::ShapeVerb::Draw, *box);
        return;
    }
    m_editor.selectAt(pointer.at, pointer.reach);
}

bool BoxTool::hover(const Pointer& pointer) {
    m_pointer = pointer.at;
    return true;
}

void BoxTool::cancel() {
    m_handles.cancel();
    m_drawing = false;
    m_box.reset();
}

QCursor BoxTool::cursor(const Pointer& pointer) const {
    return m_handles.cursor(pointer).value_or(Qt::CrossCursor);
}

// While nothing is drawn, lines through the pointer show what the edges will touch.
void BoxTool::paint(QPainter& painter, const ClassMarks& marks, const CanvasView& view) const {
    const ClassMark mark = markOf(marks, m_editor.nextClass());
    if (m_handles.busy())
        return;
    if (!m_box) {
        const annotation::Extent extent = m_editor.extent();
        const annotation::Point at = annotation::clamped(m_pointer, extent);
        painter.setPen(QPen(mark.color, 1, Qt::DotLine));
        const auto line = [&](annotation::Point from, annotation::Point to) {
            painter.drawLine(view(from), view(to));
        };
        line({0, at.y}, {double(extent.width), at.y});
        line({at.x, 0}, {at.x, double(extent.height)});
        return;
    }
    QColor inside = mark.color;
    inside.setAlphaF(float(kFillOpacity));
    painter.setPen(QPen(mark.color, 2));
    painter.setBrush(inside);
    painter.drawRect(view(*m_box));
    const QString size = QCoreApplication::translate("graft::ui::BoxTool", "%1 × %2 px")
                             .arg(m_box->width, 0, 'f', 0)
                             .arg(m_box->height, 0, 'f', 0);
    paintChip(painter, mark.name + QStringLiteral("  ") + size, mark.color, view(*m_box), painter.viewport());
}

} // namespace graft::ui
