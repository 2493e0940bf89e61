#include "jobs/JobWork.h"

#include "base/Translate.h"

#include <chrono>
#include <exception>

namespace graft::jobs {

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void JobWork::run() {
    if (m_stop.stop_requested())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_news.started = true;
        m_news.startedAt = now();
    }
    Monitor monitor;
    monitor.stop = m_stop;
    monitor.progress = [this](const Progress& progress) {
        const std::lock_guard lock(m_mutex);
        m_news.progress = progress;
    };
    try {
        m_message = m_work(monitor);
    } catch (const std::exception& exception) {
        m_message = QString::fromStdString(
            translate("Jobs", "The work failed unexpectedly: %1.", {exception.what()}));
    }
    m_work = {}; // what it holds goes on the thread that used it
}

JobWork::News JobWork::takeNews() {
    const std::lock_guard lock(m_mutex);
    News news = m_news;
    m_news.progress.reset();
    return news;
}

} // namespace graft::jobs
