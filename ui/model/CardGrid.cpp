#include "ui/model/CardGrid.h"

#include "ui/theme/Theme.h"

#include <QButtonGroup>
#include <QGridLayout>

#include <algorithm>

namespace graft::ui {

CardGrid::CardGrid(QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_group(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("cardGrid"));
    m_grid->setContentsMargins(0, 0, theme::kInside, 0);
    m_grid->setSpacing(theme::kInside);
    m_grid->setAlignment(Qt::AlignTop);
    connect(m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton* button, bool checked) {
        if (checked && !signalsBlocked())
            Q_EMIT chosen(static_cast<BackboneCard*>(button)->model());
    });
}

void CardGrid::setBackbones(const std::vector<Backbone>& backbones) {
    const std::string before = selected();
    for (BackboneCard* card : m_cards)
        delete card;
    m_cards.clear();
    for (const Backbone& backbone : backbones) {
        auto* card = new BackboneCard(backbone, this);
        m_group->addButton(card);
        m_cards.push_back(card);
    }
    select(before);
    arrange();
}

void CardGrid::setOnlyReady(bool onlyReady) {
    m_onlyReady = onlyReady;
    arrange();
}

void CardGrid::select(const std::string& model) {
    const bool before = blockSignals(true);
    if (BackboneCard* found = card(model))
        found->setChecked(true);
    blockSignals(before);
    arrange();
}

std::string CardGrid::selected() const {
    const auto* button = static_cast<BackboneCard*>(m_group->checkedButton());
    return button ? button->model() : std::string();
}

BackboneCard* CardGrid::card(const std::string& model) const {
    const auto found =
        std::ranges::find_if(m_cards, [&](const BackboneCard* card) { return card->model() == model; });
    return found == m_cards.end() ? nullptr : *found;
}

int CardGrid::readyCount() const {
    return int(
        std::ranges::count_if(m_cards, [](const BackboneCard* card) { return card->backbone().ready; }));
}

void CardGrid::arrange() {
    for (BackboneCard* card : m_cards)
        m_grid->removeWidget(card);
    for (int column = 0; column < m_columns; ++column)
        m_grid->setColumnStretch(column, 0);
    m_columns = std::max(1, (width() + theme::kInside) / (BackboneCard::kSmallestWidth + theme::kInside));
    int place = 0;
    for (BackboneCard* card : m_cards) {
        const bool shown = !m_onlyReady || card->backbone().ready || card->isChecked();
        card->setVisible(shown);
        if (!shown)
            continue;
        m_grid->addWidget(card, place / m_columns, place % m_columns);
        ++place;
    }
    for (int column = 0; column < m_columns; ++column)
        m_grid->setColumnStretch(column, 1);
}

void CardGrid::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int columns =
        std::max(1, (width() + theme::kInside) / (BackboneCard::kSmallestWidth + theme::kInside));
    if (columns != m_columns)
        arrange();
}

} // namespace graft::ui
