#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace graft {

/// How far a long piece of work has come. `total` 0: not known yet.
struct Progress {
    std::int64_t done = 0;
    std::int64_t total = 0;
    std::string activity{};
};

/// What long work gets from its caller: where to report progress and when to stop. Both may be empty.
/// `progress` is called on the worker's thread.
struct Monitor {
    std::stop_token stop{};
    std::function<void(const Progress&)> progress{};

    bool stopRequested() const { return stop.stop_requested(); }
    void report(std::int64_t done, std::int64_t total, std::string activity = {}) const {
        if (progress)
            progress({done, total, std::move(activity)});
    }
};

} // namespace graft
