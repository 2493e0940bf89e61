// What mouse and keys do to the drawing of NetworkView.cpp.
#include "ui/network/NetworkView.h"

#include "ui/theme/Theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace graft::ui {
namespace {

constexpr double kLineReach = 6;
constexpr double kTitleHeight = 20;
constexpr double kZoomStep = 1.25;
constexpr double kReach = 800; ///< how far Up and Down look for another branch

QPointF centreOf(const diagram::Rect& area) {
    return {area.x + area.width / 2, area.y + area.height / 2};
}

} // namespace

std::optional<int> NetworkView::partAt(const QPointF& position) const {
    for (const diagram::Box& box : m_drawing.layout.boxes)
        if (m_sight.map(box.area).contains(position))
            return box.part;
    return std::nullopt;
}

std::optional<int> NetworkView::titleAt(const QPointF& position) const {
    std::optional<int> innermost;
    for (const diagram::Frame& frame : m_drawing.layout.frames) {
        QRectF title = m_sight.map(frame.area);
        title.setHeight(std::min(title.height(), kTitleHeight));
        if (title.contains(position))
            innermost = frame.part;
    }
    return innermost;
}

bool NetworkView::onLine(const QPointF& position) const {
    if (m_drawing.layout.boxes.empty() || m_drawing.nothingToFreeze || !canvas().contains(position))
        return false;
    const double away = std::abs(position.x() - lineX(m_drawing.frozenStops()));
    const bool onHandle = position.y() <= NetworkPainter::kHandleTop + NetworkPainter::kHandleHeight &&
                          away <= NetworkPainter::kHandleWidth / 2.0;
    return onHandle || (away <= kLineReach && !partAt(position));
}

bool NetworkView::onGlyph(int part, const QPointF& position) const {
    return NetworkPainter::glyphArea(boxArea(part)).adjusted(-4, -4, 4, 4).contains(position) &&
           canFreeze(part);
}

int NetworkView::nearestStop(double x) const {
    int nearest = 0;
    for (int stop = 1; stop <= m_drawing.network->outline.stops(); ++stop)
        if (std::abs(lineX(stop) - x) < std::abs(lineX(nearest) - x))
            nearest = stop;
    return nearest;
}

void NetworkView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return QWidget::mousePressEvent(event);
    m_glide.stop();
    m_pressedAt = event->position();
    if (event->button() == Qt::LeftButton && onLine(event->position())) {
        m_drag = Drag::Line;
        return;
    }
    if (event->button() == Qt::LeftButton) {
        if (const auto part = partAt(event->position())) {
            setCurrent(*part);
            if (onGlyph(*part, event->position()))
                toggleFrozen(*part);
            else if (event->modifiers() & Qt::ShiftModifier)
                freezeUpTo(*part);
            return;
        }
        if (const auto title = titleAt(event->position()))
            return setCurrent(*title);
    }
    m_drag = Drag::Pan;
    m_panFrom = event->position() - m_sight.origin;
}

void NetworkView::mouseMoveEvent(QMouseEvent* event) {
    if (m_drag == Drag::Line) {
        const int stop = nearestStop(event->position().x());
        if (stop != m_drawing.frozenStops() || !m_drawing.choice.alone.empty())
            Q_EMIT choiceMade(QString::fromStdString(m_drawing.choiceOf(stop).text()));
        return;
    }
    if (m_drag == Drag::Pan) {
        setCursor(Qt::ClosedHandCursor);
        m_fitted = false;
        return look(m_sight.scale, event->position() - m_panFrom);
    }
    hover(event->position());
}

void NetworkView::hover(const QPointF& position) {
    const int before = std::exchange(m_sight.hovered, partAt(position).value_or(-1));
    if (before != m_sight.hovered)
        update();
    if (onLine(position))
        setCursor(Qt::SizeHorCursor);
    else if (m_sight.hovered >= 0 || titleAt(position))
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void NetworkView::mouseReleaseEvent(QMouseEvent* event) {
    m_drag = Drag::None;
    hover(event->position());
}

void NetworkView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || onLine(event->position()))
        return;
    if (const auto part = partAt(event->position())) {
        if (!onGlyph(*part, event->position()))
            setOpened(*part, true);
    } else if (const auto title = titleAt(event->position())) {
        setOpened(*title, false);
    }
}

void NetworkView::wheelEvent(QWheelEvent* event) {
    const bool touchpad = event->phase() != Qt::NoScrollPhase && !event->pixelDelta().isNull();
    if (touchpad && !(event->modifiers() & Qt::ControlModifier)) {
        m_fitted = false;
        look(m_sight.scale, m_sight.origin + event->pixelDelta());
    } else if (event->modifiers() & Qt::ShiftModifier) {
        m_fitted = false;
        look(m_sight.scale, m_sight.origin + QPointF(event->angleDelta().y() + event->angleDelta().x(), 0));
    } else if (event->angleDelta().y() != 0) {
        zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0), event->position());
    }
    event->accept();
}

/// The neighbour along an edge that lies nearest to the current box's height.
std::optional<int> NetworkView::along(bool forwards) const {
    const int from = m_drawing.boxOf(m_sight.current);
    const diagram::Layout& layout = m_drawing.layout;
    std::optional<int> best;
    double nearest = std::numeric_limits<double>::max();
    for (const diagram::Edge& edge : layout.edges) {
        if ((forwards ? edge.from : edge.to) != from)
            continue;
        const int other = forwards ? edge.to : edge.from;
        const double away = std::abs(centreOf(layout.boxes[std::size_t(other)].area).y() -
                                     centreOf(layout.boxes[std::size_t(from)].area).y());
        if (away < nearest) {
            nearest = away;
            best = layout.boxes[std::size_t(other)].part;
        }
    }
    return best;
}

/// The nearest box above or below.
std::optional<int> NetworkView::across(bool down) const {
    const diagram::Layout& layout = m_drawing.layout;
    const int box = m_drawing.boxOf(m_sight.current);
    if (box < 0)
        return std::nullopt;
    const diagram::Rect& own = layout.boxes[std::size_t(box)].area;
    std::optional<int> best;
    double nearest = kReach;
    for (const diagram::Box& other : layout.boxes) {
        const bool beyond = down ? other.area.y > own.bottom() : other.area.bottom() < own.y;
        const QPointF away = centreOf(other.area) - centreOf(own);
        const double length = std::abs(away.x()) + std::abs(away.y()) / 2;
        if (beyond && length < nearest) {
            nearest = length;
            best = other.part;
        }
    }
    return best;
}

void NetworkView::step(int key) {
    const auto& boxes = m_drawing.layout.boxes;
    if (boxes.empty())
        return;
    std::optional<int> next;
    if (m_drawing.boxOf(m_sight.current) < 0)
        next = boxes.front().part;
    else if (key == Qt::Key_Right || key == Qt::Key_Left)
        next = along(key == Qt::Key_Right);
    else if (key == Qt::Key_Down || key == Qt::Key_Up)
        next = across(key == Qt::Key_Down);
    else
        next = (key == Qt::Key_Home ? boxes.front() : boxes.back()).part;
    if (!next)
        return;
    setCurrent(*next);
    bringIntoView(*next);
}

void NetworkView::keyPressEvent(QKeyEvent* event) {
    const int part = m_sight.current;
    if (!m_drawing.network)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        return step(event->key());
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (part >= 0)
            setOpened(part, true);
        return;
    case Qt::Key_Backspace:
        if (part >= 0)
            setOpened(m_drawing.boxOf(part) < 0 ? part : std::max(0, m_drawing.part(part).parent), false);
        return;
    case Qt::Key_Space:
        return toggleFrozen(part);
    case Qt::Key_F:
        return event->modifiers() == Qt::NoModifier ? freezeUpTo(part) : QWidget::keyPressEvent(event);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(kZoomStep, canvas().center());
    case Qt::Key_Minus:
        return zoomBy(1 / kZoomStep, canvas().center());
    case Qt::Key_0:
        return fit();
    default:
        QWidget::keyPressEvent(event);
    }
}

void NetworkView::contextMenuEvent(QContextMenuEvent* event) {
    const auto part =
        event->reason() == QContextMenuEvent::Mouse ? partAt(event->pos()) : std::optional(m_sight.current);
    if (!part || *part < 0)
        return;
    setCurrent(*part);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool frozen = m_drawing.factsOf(*part).learning == diagram::Learning::Frozen;
    menu->addAction(tr("Freeze up to here (F)"), this, [this, part] { freezeUpTo(*part); })
        ->setEnabled(!m_drawing.nothingToFreeze);
    menu->addAction(frozen ? tr("Let it learn (Space)") : tr("Freeze this alone (Space)"), this,
                    [this, part] { toggleFrozen(*part); })
        ->setEnabled(canFreeze(*part));
    menu->addSeparator();
    menu->addAction(tr("Open (Enter)"), this, [this, part] { setOpened(*part, true); })
        ->setEnabled(m_drawing.part(*part).isBlock());
    const int around = m_drawing.part(*part).parent;
    menu->addAction(tr("Fold up what is around it (Backspace)"), this,
                    [this, around] { setOpened(around, false); })
        ->setEnabled(around >= 0);
    menu->popup(event->globalPos());
}

void NetworkView::leaveEvent(QEvent* event) {
    m_sight.hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void NetworkView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && m_sight.current < 0 && !m_drawing.layout.boxes.empty())
        setCurrent(m_drawing.layout.boxes.front().part);
    update();
}

void NetworkView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

bool NetworkView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto part = partAt(help->pos());
    const auto title = titleAt(help->pos());
    if (onLine(help->pos()))
        QToolTip::showText(help->globalPos(), tr("Drag: what is left of this line is frozen"), this);
    else if (part || title)
        QToolTip::showText(help->globalPos(), network_words::sentence(m_drawing, part ? *part : *title),
                           this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace graft::ui
