#pragma once

#include <functional>
#include <string>

namespace graft {

enum class LogLevel { Debug, Info, Warning, Error };

/// Where details go that a person need not read. Thread-safe; warnings and errors go to stderr unless another
/// sink is installed.
void log(LogLevel level, const std::string& text);
/// An empty one: stderr again.
void installLogSink(std::function<void(LogLevel, const std::string&)> sink);

} // namespace graft
