#pragma once

#include <QFrame>
#include <QPointer>
#include <QStringList>

class QLabel;
class QProgressBar;
class QToolButton;

namespace graft::jobs {
class Job;
}

namespace graft::ui {

class QuietButton;
class Studio;

/// A line above the grid that takes what was dropped or chosen: looks at it, asks where folder names look
/// like classes, and shows how far the import is.
class ImportBar : public QFrame {
    Q_OBJECT
public:
    explicit ImportBar(Studio& studio, QWidget* parent = nullptr);
    void begin(const QStringList& sources);

private:
    enum class State { Idle, Looking, Asking, Importing };
    void setState(State state, const QString& text = {});
    void look();
    void ask(const QStringList& classes);
    void importNow(bool foldersAreClasses);
    void follow(jobs::Job* job);
    void showProgress();
    void forget();

    Studio& m_studio;
    QStringList m_sources;
    QPointer<jobs::Job> m_job; ///< what Stop stops
    int m_generation = 0;
    QLabel* m_text;
    QProgressBar* m_progress;
    QuietButton* m_use;
    QuietButton* m_plain;
    QuietButton* m_stop;
    QToolButton* m_close;
};

} // namespace graft::ui
