#pragma once

#include "ui/start/ProjectGlimpse.h"

#include <QWidget>

namespace graft::ui {

class RecentCard;
class Studio;

/// The projects of before, as cards.
class RecentCards : public QWidget {
    Q_OBJECT
public:
    explicit RecentCards(Studio& studio, QWidget* parent = nullptr);

    /// Reads the list and looks at each project again.
    void refresh();
    int count() const { return int(m_cards.size()); }
    bool settled() const { return m_reader.settled(); }

Q_SIGNALS:
    void chosen(const QString& folder);
    /// The project is not where it was.
    void missingChosen(const QString& folder);

private:
    void add(const QString& folder);

    Studio& m_studio;
    GlimpseReader m_reader;
    QList<RecentCard*> m_cards; ///< newest first
};

} // namespace graft::ui
