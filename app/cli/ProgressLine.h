#pragma once

#include "base/Monitor.h"

#include <chrono>
#include <mutex>
#include <string>

namespace graft::cli {

/// What is being done, on stderr: one line that is rewritten on a terminal, a line every few seconds
/// elsewhere. Thread-safe.
class ProgressLine {
public:
    ProgressLine();
    void show(const Progress& progress);
    /// Makes way for a line of text.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    std::mutex m_mutex;
    bool m_terminal;
    bool m_shown = false; ///< the cursor stands behind a line that may be rewritten
    Clock::time_point m_last = Clock::now();
};

/// "Importing 12/153"; "Downloading 34 %" where the numbers are large.
std::string progressText(const Progress& progress);

} // namespace graft::cli
