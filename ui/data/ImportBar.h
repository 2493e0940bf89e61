#pragma once

#include <QFrame>
#include <QPointer>
#include <QStringList>

class QLabel;

namespace graft::jobs {
class Job;
}

namespace graft::ui {

class QuietButton;
class Studio;

/// Looks at what was dropped or chosen before it is imported. Where folder names look like classes it asks,
/// in a line above the grid; else the import begins at once.
class ImportBar : public QFrame {
    Q_OBJECT
public:
    explicit ImportBar(Studio& studio, QWidget* parent = nullptr);
    void begin(const QStringList& sources);
    bool asking() const { return isVisibleTo(parentWidget()); }

private:
    void look();
    void ask(const QStringList& classes);
    void importNow(bool foldersAreClasses);
    void forget();

    Studio& m_studio;
    QStringList m_sources;
    int m_generation = 0;
    QLabel* m_text;
    QuietButton* m_use;
    QuietButton* m_plain;
};

} // namespace graft::ui
