#include "ui/widgets/Widgets.h"

#include <QVBoxLayout>

namespace graft::ui {
namespace {

constexpr int kIconSide = 48;
constexpr int kTextWidth = 420;

} // namespace

EmptyState::EmptyState(const QString& iconName, const QString& headline, const QString& sentence,
                       QWidget* parent)
    : QWidget(parent), m_headline(bodyLabel(headline, this)), m_sentence(secondaryLabel(sentence, this)),
      m_buttons(new QVBoxLayout) {
    m_headline->setFont(theme::font(theme::TextSize::Title, QFont::DemiBold));
    for (QLabel* label : {m_headline, m_sentence}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setWordWrap(true);
        label->setFixedWidth(kTextWidth);
    }
    m_buttons->setSpacing(theme::kInside);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kAround, theme::kAround, theme::kAround, theme::kAround);
    layout->setSpacing(0);
    layout->addStretch(2);
    layout->addWidget(new IconLabel(iconName, kIconSide, this), 0, Qt::AlignHCenter);
    layout->addSpacing(theme::kBetween);
    layout->addWidget(m_headline, 0, Qt::AlignHCenter);
    layout->addSpacing(theme::kInside);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addSpacing(theme::kAround);
    layout->addLayout(m_buttons);
    layout->addStretch(3); // a little above the middle looks like the middle
    setTexts(headline, sentence);
}

void EmptyState::setTexts(const QString& headline, const QString& sentence) {
    m_headline->setText(headline);
    m_headline->setVisible(!headline.isEmpty());
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(headline);
    setAccessibleDescription(sentence);
}

QPushButton* EmptyState::addPrimary(const QString& text) {
    auto* button = new PrimaryButton(text, this);
    m_buttons->addWidget(button, 0, Qt::AlignHCenter);
    return button;
}

QPushButton* EmptyState::addSecondary(const QString& text) {
    auto* button = new QPushButton(text, this);
    button->setAutoDefault(false);
    m_buttons->addWidget(button, 0, Qt::AlignHCenter);
    return button;
}

} // namespace graft::ui
