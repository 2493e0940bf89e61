#include "cli/ProgressLine.h"

#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace graft::cli {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds kTerminalPause = 100ms, kLogPause = 5s;
/// Beyond this a person reads a share more easily than a count.
constexpr std::int64_t kLargestCount = 9999;

std::size_t columns() {
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1u : 79u;
}

/// A line that wraps cannot be rewritten. Never cuts a UTF-8 letter.
std::string cutTo(std::string text, std::size_t width) {
    std::size_t letters = 0, end = 0;
    for (; end < text.size(); ++end)
        if ((text[end] & 0xC0) != 0x80 && ++letters > width)
            break;
    text.resize(end);
    return text;
}

} // namespace

ProgressLine::ProgressLine() : m_terminal(::isatty(STDERR_FILENO)) {}

void ProgressLine::show(const Progress& progress) {
    const std::lock_guard lock(m_mutex);
    const auto now = Clock::now();
    if (now - m_last < (m_terminal ? kTerminalPause : kLogPause))
        return;
    m_last = now;
    const std::string line = progressText(progress);
    if (m_terminal)
        std::fprintf(stderr, "\r\033[K%s", cutTo(line, columns()).c_str());
    else
        std::fprintf(stderr, "%s\n", line.c_str());
    std::fflush(stderr);
    m_shown = m_terminal;
}

void ProgressLine::clear() {
    const std::lock_guard lock(m_mutex);
    if (m_shown)
        std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    m_shown = false;
}

std::string progressText(const Progress& progress) {
    if (progress.total <= 0)
        return progress.activity;
    if (progress.total <= kLargestCount)
        return progress.activity + " " + std::to_string(progress.done) + "/" + std::to_string(progress.total);
    return progress.activity + " " + std::to_string(100 * progress.done / progress.total) + " %";
}

} // namespace graft::cli
