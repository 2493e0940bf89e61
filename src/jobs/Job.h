#pragma once

#include "base/Monitor.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace graft::jobs {

enum class JobState { Waiting, Running, Done, Failed, Cancelled };

class JobQueue;
class JobWork;

/// One piece of long work off the UI thread, as the window shows it: title, progress, time left, cancel.
/// Lives on the UI thread.
class Job : public QObject {
    Q_OBJECT
public:
    const QString& title() const { return m_title; }
    JobState state() const { return m_state; }
    bool isOver() const { return m_state != JobState::Waiting && m_state != JobState::Running; }
    const Progress& progress() const { return m_progress; }
    /// Seconds left, from the progress so far; negative while unknown.
    double secondsLeft() const;
    /// Why it failed; empty otherwise.
    const QString& message() const { return m_message; }
    /// A job that waits ends without having begun; one that runs ends when its work sees the stop.
    void cancel();

Q_SIGNALS:
    /// At most about ten times a second, however often the work reports.
    void progressed();
    /// Once: Done, Failed or Cancelled.
    void finished();

private:
    friend class JobQueue;
    friend class JobWork;
    Job(QString title, JobQueue* queue);

    QString m_title;
    QString m_message;
    JobState m_state = JobState::Waiting;
    Progress m_progress;
    double m_startedAt = 0; ///< seconds on the steady clock
    std::stop_source m_stop;
    JobQueue* m_queue;
    std::shared_ptr<JobWork> m_work;
};

/// The job pool. Work runs on its threads with a Monitor; what `work` returns (an error message, or empty)
/// ends the job.
class JobQueue : public QObject {
    Q_OBJECT
public:
    explicit JobQueue(int threads = 2, QObject* parent = nullptr);
    /// Cancels everything and waits for the workers (they check their stop token per file).
    ~JobQueue() override;

    /// `work` runs on a pool thread and must touch no QObject. `done` runs on the UI thread after it, unless
    /// `context` has gone; also when cancelled. The Job is owned by the queue and deleted a few seconds after
    /// it finished.
    Job* start(const QString& title, QObject* context, std::function<QString(const Monitor&)> work,
               std::function<void(const Job&)> done = {});
    const std::vector<Job*>& jobs() const { return m_jobs; }
    /// Runs `call` on the thread of `context` (the UI thread), from any thread, unless `context` has gone.
    /// Safe from work whose start() was given this `context`; else the caller answers for `context` being
    /// alive at the call.
    static void post(QObject* context, std::function<void()> call);

Q_SIGNALS:
    void jobAdded(graft::jobs::Job* job);
    void jobRemoved(graft::jobs::Job* job);

private:
    friend class Job;
    void cancel(Job* job);
    void deliverProgress();
    void finish(Job* job);
    void remove(Job* job);

    QThreadPool m_pool;
    QTimer m_timer;
    std::vector<Job*> m_jobs;
};

} // namespace graft::jobs
