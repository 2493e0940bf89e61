// What the mouse, the wheel and the keyboard do to the grid.
#include "ui/data/GridView.h"

#include "ui/data/HoverCard.h"
#include "ui/data/ThumbnailCache.h"
#include "ui/data/Words.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kCardDelayMs = 450;

QStringList cardLines(const project::Project& project, const project::ImageRecord& image,
                      const ImageList& list, const Thumbnail* thumbnail) {
    QStringList lines;
    QString size = GridView::tr("%1 × %2 px").arg(image.width).arg(image.height);
    if (!image.format.empty())
        size += QStringLiteral(" · ") + QString::fromStdString(image.format);
    if (image.channels == 2 || image.channels > 3)
        size += QStringLiteral(" · ") + GridView::tr("%1 channels").arg(image.channels);
    lines << size + QStringLiteral(" · ") + bytesText(image.fileBytes);
    const annotation::LabelClass* labelClass = project.labelClass(image.label);
    lines << GridView::tr("Class: %1")
                 .arg(labelClass ? QString::fromStdString(labelClass->name) : words::unlabelled());
    lines << (image.splitByHand ? GridView::tr("Split: %1, by hand") : GridView::tr("Split: %1"))
                 .arg(words::splitName(image.split));
    if (!image.group.empty())
        lines << GridView::tr("Group: %1").arg(QString::fromStdString(image.group));
    if (list.isDuplicate(image.id))
        lines << GridView::tr("Another image has the same content");
    if (thumbnail && thumbnail->missing)
        lines << GridView::tr("The file is not where it was");
    if (thumbnail && !thumbnail->problem.isEmpty())
        lines << QFontMetrics(theme::font(theme::TextSize::Body))
                     .elidedText(thumbnail->problem, Qt::ElideRight, 340);
    return lines;
}

} // namespace

bool GridView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave)
        hoverAt({-1, -1});
    if (event->type() == QEvent::Show)
        m_wantTimer.start(0);
    return QAbstractScrollArea::viewportEvent(event);
}

void GridView::hoverAt(QPoint viewPoint) {
    const int index =
        viewport()->rect().contains(viewPoint) ? m_layout.indexAt(contentFromView(viewPoint)) : -1;
    if (index == m_hovered)
        return;
    viewport()->update(cellInView(m_hovered));
    m_hovered = index;
    viewport()->update(cellInView(m_hovered));
    m_card->hide();
    if (index >= 0 && !m_pressed)
        m_cardTimer.start(kCardDelayMs);
    else
        m_cardTimer.stop();
}

void GridView::showCard() {
    if (!m_project || !m_list || m_hovered < 0 || m_hovered >= int(m_selection.order().size()))
        return;
    const project::ImageRecord* image = m_project->image(m_selection.order()[std::size_t(m_hovered)]);
    if (!image)
        return;
    const QRect anchor = cellInView(m_hovered).translated(viewport()->pos());
    m_card->showBeside(anchor, words::fileName(*image),
                       cardLines(*m_project, *image, *m_list, m_thumbnails.find(image->id)));
}

void GridView::mousePressEvent(QMouseEvent* event) {
    m_card->hide();
    m_cardTimer.stop();
    const QPoint point = contentFromView(event->position().toPoint());
    const int index = m_layout.indexAt(point);
    if (event->button() == Qt::RightButton) {
        if (index >= 0 && !m_selection.contains(index)) {
            m_selection.click(index, Qt::NoModifier);
            selectionMoved();
        }
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = true;
    m_pressedAt = point;
    m_columnX = -1;
    m_selection.click(index, event->modifiers());
    selectionMoved();
}

void GridView::mouseMoveEvent(QMouseEvent* event) {
    const QPoint point = event->position().toPoint();
    if (!m_pressed) {
        hoverAt(point);
        return;
    }
    if (m_band.isNull()) {
        if ((contentFromView(point) - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
            return;
        if (!(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)))
            m_selection.clear();
        m_selection.beginBand(true);
        m_scrollTimer.start(30);
    }
    trackBand(point);
}

void GridView::trackBand(QPoint viewPoint) {
    const int bottom = std::max(m_layout.height(), viewport()->height());
    QPoint point = contentFromView(viewPoint);
    point = {std::clamp(point.x(), 0, viewport()->width() - 1), std::clamp(point.y(), 0, bottom)};
    m_band = QRect(m_pressedAt, point).normalized();
    m_selection.band(m_layout.indicesIn(m_band));
    selectionMoved();
}

void GridView::autoScroll() {
    const QPoint point = viewport()->mapFromGlobal(QCursor::pos());
    const int over = std::max(0, point.y() - viewport()->height()) - std::max(0, -point.y());
    if (m_band.isNull() || over == 0)
        return;
    verticalScrollBar()->setValue(scrollY() + std::clamp(over, -60, 60));
    trackBand(point);
}

void GridView::endBand() {
    m_pressed = false;
    m_scrollTimer.stop();
    if (m_band.isNull())
        return;
    m_band = {};
    viewport()->update();
}

void GridView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        endBand();
}

void GridView::mouseDoubleClickEvent(QMouseEvent* event) {
    const int index = m_layout.indexAt(contentFromView(event->position().toPoint()));
    if (event->button() == Qt::LeftButton && index >= 0)
        Q_EMIT activated(m_selection.order()[std::size_t(index)]);
}

void GridView::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    const int steps = event->angleDelta().y();
    if (steps != 0)
        setRowHeight(m_rowHeight + (steps > 0 ? 1 : -1) * std::max(8, m_rowHeight / 10));
    event->accept();
}

void GridView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRect cell = cellInView(std::max(0, m_selection.current()));
        Q_EMIT menuWanted(viewport()->mapToGlobal(cell.center()));
    } else {
        Q_EMIT menuWanted(event->globalPos());
    }
}

void GridView::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    if (m_selection.current() < 0 && m_selection.count() == 0 && event->reason() != Qt::MouseFocusReason &&
        !m_selection.order().empty()) {
        m_selection.moveTo(0, false);
        m_selection.clear();
    }
    viewport()->update();
}

void GridView::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    m_card->hide();
    viewport()->update();
}

void GridView::keyPressEvent(QKeyEvent* event) {
    m_card->hide();
    if (moveByKey(event))
        return;
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_selection.count() == 0)
            break;
        endBand();
        return clearSelection();
    case Qt::Key_Space:
        m_selection.toggleCurrent();
        return selectionMoved();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selection.current() >= 0)
            Q_EMIT activated(m_selection.currentId());
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return setRowHeight(m_rowHeight + 24);
    case Qt::Key_Minus:
        return setRowHeight(m_rowHeight - 24);
    default:
        break;
    }
    event->ignore(); // the page knows the other keys
}

bool GridView::moveByKey(QKeyEvent* event) {
    const int target = keyTarget(event->key());
    if (target < 0 || event->modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    const bool vertical = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down ||
                          event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
    if (!vertical)
        m_columnX = -1;
    m_selection.moveTo(target, event->modifiers() & Qt::ShiftModifier);
    scrollTo(target);
    selectionMoved();
    return true;
}

int GridView::keyTarget(int key) {
    const int last = m_layout.count() - 1;
    const int current = m_selection.current();
    if (last < 0)
        return -1;
    const int rows = std::max(1, viewport()->height() / std::max(1, m_rowHeight + 4) - 1);
    const auto away = [&](int count) {
        if (m_columnX < 0)
            m_columnX = m_layout.cell(current).center().x();
        return m_layout.indexRowsAway(current, count, m_columnX);
    };
    switch (key) {
    case Qt::Key_Left:
        return std::max(0, current - 1);
    case Qt::Key_Right:
        return std::min(last, current + 1);
    case Qt::Key_Up:
        return current < 0 ? 0 : away(-1);
    case Qt::Key_Down:
        return current < 0 ? 0 : away(1);
    case Qt::Key_PageUp:
        return current < 0 ? 0 : away(-rows);
    case Qt::Key_PageDown:
        return current < 0 ? 0 : away(rows);
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return last;
    default:
        return -1;
    }
}

} // namespace graft::ui
