#include "jobs/Job.h"

#include "jobs/JobWork.h"

namespace graft::jobs {

Job::Job(QString title, JobQueue* queue) : QObject(queue), m_title(std::move(title)), m_queue(queue) {}

double Job::secondsLeft() const {
    if (m_state != JobState::Running || m_progress.done <= 0 || m_progress.total <= 0)
        return -1;
    const double perUnit = (now() - m_startedAt) / double(m_progress.done);
    return perUnit * double(std::max<std::int64_t>(0, m_progress.total - m_progress.done));
}

void Job::cancel() {
    if (!isOver())
        m_queue->cancel(this);
}

} // namespace graft::jobs
