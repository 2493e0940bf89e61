#pragma once

#include "jobs/Job.h"

#include <QPointer>
#include <QRunnable>

#include <mutex>
#include <optional>

namespace graft::jobs {

/// The part of a job that crosses threads: the work, and the letter box through which it tells how far it is.
class JobWork {
public:
    JobWork(std::function<QString(const Monitor&)> work, std::stop_token stop)
        : m_work(std::move(work)), m_stop(stop) {}

    /// On a pool thread. Exceptions become the message of a failed job.
    void run();

    struct News {
        bool started = false;
        double startedAt = 0;
        std::optional<Progress> progress; ///< the latest since the last look
    };
    News takeNews();
    /// After run() has returned.
    const QString& message() const { return m_message; }

    QRunnable* runnable = nullptr; ///< as the pool knows it, while it waits
    QPointer<QObject> context;     ///< UI thread only
    bool hasContext = false;
    std::function<void(const Job&)> done; ///< UI thread only
    bool over = false;                    ///< UI thread only: the end is on its way

private:
    std::function<QString(const Monitor&)> m_work;
    std::stop_token m_stop;
    QString m_message;
    std::mutex m_mutex;
    News m_news;
};

/// Seconds on the steady clock.
double now();

} // namespace graft::jobs
