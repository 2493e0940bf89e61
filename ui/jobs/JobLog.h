#pragma once

#include "base/Monitor.h"
#include "jobs/Job.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <vector>

namespace graft::ui {

class TrainingSession;

/// One piece of work as a person is told of it, also after the queue has forgotten it.
struct JobEntry {
    int number = 0; ///< never used twice
    QString title;
    jobs::JobState state = jobs::JobState::Waiting;
    double progress = -1; ///< 0…1; negative: not known
    QString activity;     ///< what it does just now
    double secondsLeft = -1;
    QString message; ///< why it failed, or what else is to be said at the end
    QDateTime started;
    double seconds = 0; ///< it took, once it is over
    bool run = false;   ///< the training run, which can be paused
    bool paused = false;

    bool isOver() const { return state != jobs::JobState::Waiting && state != jobs::JobState::Running; }
};

/// What runs in the background and what has run since the program started, newest first; the training run
/// among them.
class JobLog : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int kKept = 100;

    JobLog(jobs::JobQueue& queue, TrainingSession& session, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    const JobEntry& entry(int row) const { return m_entries[std::size_t(row)].entry; }

    int runningCount() const;
    /// Of all that runs together, 0…1; negative: nothing runs; more than 1: it runs, but nobody knows how
    /// far.
    double overallProgress() const;

    void cancel(int row);
    void togglePause(int row);
    void forgetFinished();

Q_SIGNALS:
    /// runningCount() or overallProgress().
    void progressChanged();
    /// A job, not the run.
    void failed(const QString& title, const QString& message);

private:
    struct Row {
        JobEntry entry;
        QPointer<jobs::Job> job; ///< null for the run, and once the queue has let it go
    };
    void add(jobs::Job* job);
    void insert(Row row);
    void update(int number, const std::function<void(JobEntry&)>& change);
    void followSession();
    void refreshRun();
    void endRun(const QString& runId, const QString& message);
    int rowOf(int number) const;
    int runRow() const;

    TrainingSession& m_session;
    std::vector<Row> m_entries;
    QTimer m_clock; ///< while a run is active
    int m_lastNumber = 0;
};

/// "about 2 min left", "Finished in 12 s", "Cancelled after 3 s".
QString jobSentence(const JobEntry& entry);

} // namespace graft::ui
