#include "ui/widgets/SidePanelParts.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace graft::ui {
namespace {

constexpr int kHeaderHeight = 40;
constexpr int kChevron = 16;
constexpr int kGripHeight = 48;

void paintRing(QPainter& painter, const QRectF& area) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme::palette().accent, 2));
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme::kRadius, theme::kRadius);
}

} // namespace

SectionHeader::SectionHeader(const QString& title, QWidget* parent) : QAbstractButton(parent) {
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize SectionHeader::sizeHint() const {
    const QFontMetrics metrics(theme::font(theme::TextSize::Body, QFont::DemiBold));
    return {metrics.horizontalAdvance(text()) + kChevron + 3 * theme::kInside, kHeaderHeight};
}

void SectionHeader::paintEvent(QPaintEvent*) {
    const theme::Palette& palette = theme::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect chevron(width() - kChevron - theme::kUnit, (height() - kChevron) / 2, kChevron, kChevron);
    painter.setFont(theme::font(theme::TextSize::Body, QFont::DemiBold));
    painter.setPen(palette.text);
    painter.drawText(rect().adjusted(theme::kInside, 0, -kChevron - 2 * theme::kInside, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, text());
    theme::icon(isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                underMouse() ? palette.text : palette.secondary)
        .paint(&painter, chevron);
    if (hasFocus())
        paintRing(painter, QRectF(rect()).adjusted(0, 4, 0, -4));
}

PanelEdge::PanelEdge(SidePanel& panel) : QAbstractButton(&panel), m_panel(panel) {
    setObjectName(QStringLiteral("panelEdge"));
    setFixedWidth(kWidth);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    describe();
}

void PanelEdge::describe() {
    const bool folded = m_panel.isCollapsed();
    setAccessibleName(folded ? tr("Show the panel") : tr("Hide the panel"));
    setToolTip(folded ? tr("Show the panel") : tr("Click: hide the panel. Drag: its width."));
    setCursor(folded ? Qt::PointingHandCursor : Qt::SplitHCursor);
    update();
}

QSize PanelEdge::sizeHint() const {
    return {kWidth, kGripHeight};
}

void PanelEdge::paintEvent(QPaintEvent*) {
    const theme::Palette& palette = theme::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool active = underMouse() || hasFocus() || m_dragging;
    painter.fillRect(QRectF(0, 0, 1, height()), m_dragging ? palette.accent : palette.hairline);
    const int side = kWidth - theme::kUnit;
    const QRect grip((width() - side) / 2 + 1, (height() - kGripHeight) / 2, side, kGripHeight);
    if (active) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? palette.pressed : palette.hover);
        painter.drawRoundedRect(grip, theme::kRadius, theme::kRadius);
    }
    theme::icon(m_panel.isCollapsed() ? QStringLiteral("chevron-left") : QStringLiteral("chevron-right"),
                active ? palette.text : palette.secondary)
        .paint(&painter, QRect(grip.left(), grip.center().y() - side / 2, side, side));
    if (hasFocus())
        paintRing(painter, QRectF(grip).adjusted(-1, -1, 1, 1));
}

void PanelEdge::mousePressEvent(QMouseEvent* event) {
    m_pressedAt = event->globalPosition().toPoint().x();
    m_widthThen = m_panel.panelWidth();
    QAbstractButton::mousePressEvent(event);
}

void PanelEdge::mouseMoveEvent(QMouseEvent* event) {
    const int moved = m_pressedAt - event->globalPosition().toPoint().x();
    if (event->buttons() & Qt::LeftButton && !m_panel.isCollapsed() &&
        (m_dragging || std::abs(moved) >= QApplication::startDragDistance())) {
        m_dragging = true;
        m_panel.setPanelWidth(m_widthThen + moved);
        return;
    }
    QAbstractButton::mouseMoveEvent(event);
}

void PanelEdge::mouseReleaseEvent(QMouseEvent* event) {
    if (m_dragging) {
        m_dragging = false;
        setDown(false);
        update();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void PanelEdge::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return m_panel.setPanelWidth(m_panel.panelWidth() + theme::kBetween);
    case Qt::Key_Right:
        return m_panel.setPanelWidth(m_panel.panelWidth() - theme::kBetween);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return click();
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

} // namespace graft::ui
