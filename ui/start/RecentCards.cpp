#include "ui/start/RecentCards.h"

#include "ui/data/FlowLayout.h"
#include "ui/frame/Studio.h"
#include "ui/start/RecentCard.h"
#include "ui/theme/Theme.h"

#include <algorithm>

namespace graft::ui {

RecentCards::RecentCards(Studio& studio, QWidget* parent) : QWidget(parent), m_studio(studio) {
    setObjectName(QStringLiteral("recentCards"));
    setLayout(new FlowLayout(nullptr, theme::kBetween));
    connect(&m_reader, &GlimpseReader::arrived, this,
            [this](const QString& folder, const ProjectGlimpse& glimpse) {
                for (RecentCard* card : m_cards)
                    if (card->folder() == folder)
                        card->setGlimpse(glimpse);
            });
}

void RecentCards::refresh() {
    const QStringList folders = m_studio.recentProjects();
    const bool same =
        std::equal(m_cards.begin(), m_cards.end(), folders.begin(), folders.end(),
                   [](const RecentCard* card, const QString& folder) { return card->folder() == folder; });
    if (!same) {
        // One of the cards may be in the middle of its click.
        for (RecentCard* card : std::exchange(m_cards, {})) {
            layout()->removeWidget(card);
            card->hide();
            card->deleteLater();
        }
        for (const QString& folder : folders)
            add(folder);
    }
    for (const QString& folder : folders)
        m_reader.read(folder);
}

void RecentCards::add(const QString& folder) {
    auto* card = new RecentCard(folder, this);
    connect(card, &QAbstractButton::clicked, this, [this, card] {
        if (card->isMissing())
            Q_EMIT missingChosen(card->folder());
        else
            Q_EMIT chosen(card->folder());
    });
    connect(card, &RecentCard::removed, this, [this, folder] { m_studio.forgetRecentProject(folder); });
    layout()->addWidget(card);
    card->show();
    m_cards << card;
}

} // namespace graft::ui
