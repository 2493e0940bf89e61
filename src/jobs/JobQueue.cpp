#include "jobs/Contexts.h"
#include "jobs/Job.h"
#include "jobs/JobWork.h"

#include <QPointer>
#include <QRunnable>

#include <algorithm>

namespace graft::jobs {

namespace {
constexpr int kDeliverEveryMs = 100;
constexpr int kRemoveAfterMs = 5000;
} // namespace

JobQueue::JobQueue(int threads, QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(std::max(1, threads));
    m_timer.setInterval(kDeliverEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &JobQueue::deliverProgress);
}

JobQueue::~JobQueue() {
    for (Job* job : m_jobs)
        job->m_stop.request_stop();
    // Not m_pool.clear(): a job that has not begun sees its stop at once and returns.
    m_pool.waitForDone();
}

Job* JobQueue::start(const QString& title, QObject* context, std::function<QString(const Monitor&)> work,
                     std::function<void(const Job&)> done) {
    auto* job = new Job(title, this);
    auto shared = std::make_shared<JobWork>(std::move(work), job->m_stop.get_token());
    shared->context = context;
    shared->hasContext = context != nullptr;
    shared->done = std::move(done);
    job->m_work = shared;
    if (context)
        watchContext(context);
    m_jobs.push_back(job);
    Q_EMIT jobAdded(job);
    shared->runnable = QRunnable::create([this, job, shared] {
        shared->run();
        // The queue outlives its pool threads; what is still queued when it goes is dropped with it.
        QMetaObject::invokeMethod(
            this, [this, job] { finish(job); }, Qt::QueuedConnection);
    });
    m_pool.start(shared->runnable);
    if (!m_timer.isActive())
        m_timer.start();
    return job;
}

void JobQueue::cancel(Job* job) {
    if (!job->m_stop.request_stop())
        return; // asked before
    // While it waits, nobody would see the stop until a thread is free.
    if (job->m_work->over || job->m_work->takeNews().started || !m_pool.tryTake(job->m_work->runnable))
        return;
    delete job->m_work->runnable;
    job->m_work->over = true;
    QMetaObject::invokeMethod(
        this, [this, job] { finish(job); }, Qt::QueuedConnection);
}

void JobQueue::deliverProgress() {
    bool working = false;
    // A copy: whoever listens may start or cancel jobs.
    for (Job* job : std::vector(m_jobs)) {
        if (job->isOver())
            continue;
        working = true;
        JobWork::News news = job->m_work->takeNews();
        const bool begins = news.started && job->m_state == JobState::Waiting;
        if (begins) {
            job->m_state = JobState::Running;
            job->m_startedAt = news.startedAt;
        }
        if (news.progress)
            job->m_progress = std::move(*news.progress);
        if (begins || news.progress)
            Q_EMIT job->progressed();
    }
    if (!working)
        m_timer.stop();
}

void JobQueue::finish(Job* job) {
    JobWork& work = *job->m_work;
    work.over = true;
    if (auto last = work.takeNews().progress)
        job->m_progress = std::move(*last);
    const bool cancelled = job->m_stop.stop_requested();
    job->m_message = cancelled ? QString() : work.message();
    job->m_state = cancelled                  ? JobState::Cancelled
                   : job->m_message.isEmpty() ? JobState::Done
                                              : JobState::Failed;
    const QPointer<Job> alive(job);
    if (work.done && (!work.hasContext || work.context))
        work.done(*job);
    if (!alive)
        return;
    Q_EMIT job->finished();
    QTimer::singleShot(kRemoveAfterMs, job, [this, job] { remove(job); });
}

void JobQueue::remove(Job* job) {
    std::erase(m_jobs, job);
    Q_EMIT jobRemoved(job);
    job->deleteLater();
}

void JobQueue::post(QObject* context, std::function<void()> call) {
    postTo(context, std::move(call));
}

} // namespace graft::jobs
