#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>
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
    }
    m_buttons->setSpacing(theme::kInside);
    auto* text = new QWidget(this);
    text->setFixedWidth(kTextWidth);
    auto* column = new QVBoxLayout(text);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new IconLabel(iconName, kIconSide, this), 0, Qt::AlignHCenter);
    column->addSpacing(theme::kBetween);
    column->addWidget(m_headline);
    column->addSpacing(theme::kInside);
    column->addWidget(m_sentence);
    column->addSpacing(theme::kAround);
    column->addLayout(m_buttons);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(text);
    middle->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kAround, 0, theme::kAround);
    layout->setSpacing(0);
    layout->addStretch(2);
    layout->addLayout(middle);
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
