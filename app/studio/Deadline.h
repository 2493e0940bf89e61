#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace graft::studio {

/// Ends the process when the end takes too long: a training step or a decoder that cannot be interrupted.
/// What counts is on disk by then; a run that is cut off goes on from its last epoch.
class Deadline {
public:
    Deadline(std::chrono::milliseconds patience, int status)
        : m_thread([this, patience, status](std::stop_token stop) {
              std::unique_lock lock(m_mutex);
              if (!m_changed.wait_for(lock, stop, patience, [&] { return stop.stop_requested(); }))
                  std::_Exit(status);
          }) {}

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::jthread m_thread; ///< last: joined before what it uses goes
};

} // namespace graft::studio
