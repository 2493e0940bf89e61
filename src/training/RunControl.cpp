#include "training/Training.h"

namespace graft::training {

void RunControl::pause() {
    const std::lock_guard lock(m_mutex);
    m_paused = true;
}

void RunControl::resume() {
    {
        const std::lock_guard lock(m_mutex);
        m_paused = false;
    }
    m_changed.notify_all();
}

bool RunControl::paused() const {
    const std::lock_guard lock(m_mutex);
    return m_paused;
}

void RunControl::waitWhilePaused(std::stop_token stop) const {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [&] { return !m_paused; });
}

} // namespace graft::training
