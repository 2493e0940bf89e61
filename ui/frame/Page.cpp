#include "ui/frame/Page.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace graft::ui {

Page::Page(PageId id, const QString& title, QWidget* parent)
    : QWidget(parent), m_id(id), m_title(title), m_titleLabel(new QLabel(title, this)),
      m_subtitleLabel(secondaryLabel({}, this)), m_titleActions(new QHBoxLayout), m_content(new QVBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::kAround, theme::kBetween, theme::kAround, theme::kBetween);
    column->setSpacing(theme::kBetween);

    m_titleLabel->setObjectName(QStringLiteral("pageTitle"));
    m_titleLabel->setFont(theme::font(theme::TextSize::Title, QFont::DemiBold));
    m_titleLabel->setTextFormat(Qt::PlainText);
    m_subtitleLabel->setObjectName(QStringLiteral("pageSubtitle"));
    // A long subtitle gives way before the actions do.
    m_subtitleLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_titleActions->setSpacing(theme::kInside);
    m_content->setSpacing(theme::kBetween);

    auto* line = new QHBoxLayout;
    line->setSpacing(theme::kBetween);
    line->addWidget(m_titleLabel);
    line->addWidget(m_subtitleLabel, 1);
    line->addLayout(m_titleActions);
    column->addLayout(line);
    column->addLayout(m_content, 1);
}

// So that the focus ring is on nothing until somebody uses the keyboard.
void Page::entered() {
    setFocus(Qt::OtherFocusReason);
}

void Page::setContentToEdges() {
    layout()->setContentsMargins(0, theme::kBetween, 0, 0);
    layout()->itemAt(0)->layout()->setContentsMargins(theme::kAround, 0, theme::kAround, 0); // the title line
}

void Page::setSubtitle(const QString& text) {
    m_subtitleLabel->setText(text);
    m_subtitleLabel->setToolTip(text);
}

} // namespace graft::ui
