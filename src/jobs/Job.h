#pragma once

#include "base/Monitor.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace graft::jobs {

enum class JobState { Waiting, Running, Done, Failed, Cancelled };

/// One piece of long work off the UI thread, as the window shows it: title, progress, time left, cancel.
/// Lives on the UI thread.
class Job : public QObject {
    Q_OBJECT
public:
    const QString& title() const { return m_title; }
    JobState state() const { return m_state; }
    const Progress& progress() const { return m_progress; }
    /// Seconds left, from the progress so far; negative while unknown.
    double secondsLeft() const;
    const QString& message() const { return m_message; }
    void cancel();

Q_SIGNALS:
    void progressed();
    /// Once: Done, Failed or Cancelled.
    void finished();

private:
    friend class JobQueue;
    Job(QString title, QObject* parent);

    QString m_title;
    QString m_message;
    JobState m_state = JobState::Waiting;
    Progress m_progress;
    double m_startedAt = 0;
    std::stop_source m_stop;
};

/// The job pool. Work runs on its threads with a Monitor; what `work` returns (an error message, or empty) ends the job.
class JobQueue : public QObject {
    Q_OBJECT
public:
    explicit JobQueue(int threads = 2, QObject* parent = nullptr);
    /// Cancels everything and waits for the workers (they check their stop token per file).
    ~JobQueue() override;

    /// `work` runs on a pool thread and must touch no QObject. `done` runs on the UI thread after it, unless `context` has
    /// gone; also when cancelled. The Job is owned by the queue and deleted some time after it finished.
    Job* start(const QString& title, QObject* context, std::function<QString(const Monitor&)> work,
               std::function<void(const Job&)> done = {});
    const std::vector<Job*>& jobs() const { return m_jobs; }
    /// Runs `call` on the UI thread, from any thread, unless the queue or `context` has gone.
    static void post(QObject* context, std::function<void()> call);

Q_SIGNALS:
    void jobAdded(graft::jobs::Job* job);
    void jobRemoved(graft::jobs::Job* job);

private:
    QThreadPool m_pool;
    std::vector<Job*> m_jobs;
};

} // namespace graft::jobs
