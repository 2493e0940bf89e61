#include "ui/widgets/SidePanelParts.h"
#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace graft::ui {

SidePanel::SidePanel(QWidget* parent)
    : QFrame(parent), m_scroll(new QScrollArea(this)), m_width(theme::kSidePanelWidth) {
    setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget;
    m_sections = new QVBoxLayout(content);
    m_sections->setContentsMargins(0, 0, 0, theme::kInside);
    m_sections->setSpacing(0);
    m_sections->setAlignment(Qt::AlignTop); // sections stay together, unless one of them can use the height
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* edge = new PanelEdge(*this);
    connect(edge, &QAbstractButton::clicked, this, [this] { setCollapsed(!m_collapsed); });
    connect(this, &SidePanel::shapeChanged, edge, &PanelEdge::describe);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    line->addWidget(edge);
    line->addWidget(m_scroll, 1);
    applyWidth();
}

QVBoxLayout* SidePanel::addSection(const QString& title) {
    auto* section = new QWidget(this);
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* body = new QWidget(section);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(theme::kInside, title.isEmpty() ? theme::kInside : 0, 0, theme::kBetween);
    layout->setSpacing(theme::kInside);
    if (m_sections->count() > 0)
        column->addWidget(hairline(Qt::Horizontal, section));
    if (!title.isEmpty()) {
        auto* header = new SectionHeader(title, section);
        connect(header, &QAbstractButton::toggled, body, &QWidget::setVisible);
        column->addWidget(header);
    }
    column->addWidget(body);
    m_sections->addWidget(section);
    return layout;
}

void SidePanel::setCollapsed(bool collapsed) {
    if (m_collapsed == collapsed)
        return;
    m_collapsed = collapsed;
    applyWidth();
}

void SidePanel::setPanelWidth(int width) {
    width = std::clamp(width, kSmallestWidth, kLargestWidth);
    if (m_width == width)
        return;
    m_width = width;
    applyWidth();
}

void SidePanel::applyWidth() {
    m_scroll->setVisible(!m_collapsed);
    setFixedWidth(m_collapsed ? PanelEdge::kWidth : m_width);
    Q_EMIT shapeChanged();
}

} // namespace graft::ui
