#include "base/Log.h"

#include <cstdio>
#include <mutex>

namespace graft {

namespace {
void writeToStderr(LogLevel level, const std::string& text) {
    if (level >= LogLevel::Warning)
        std::fprintf(stderr, "%s\n", text.c_str());
}

struct Sink {
    std::mutex mutex;
    std::function<void(LogLevel, const std::string&)> write = writeToStderr;
};
Sink& sink() {
    static Sink instance;
    return instance;
}
} // namespace

void log(LogLevel level, const std::string& text) {
    const std::lock_guard lock(sink().mutex);
    sink().write(level, text);
}

void installLogSink(std::function<void(LogLevel, const std::string&)> write) {
    const std::lock_guard lock(sink().mutex);
    sink().write = write ? std::move(write) : writeToStderr;
}

} // namespace graft
