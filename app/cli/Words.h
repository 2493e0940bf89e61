#pragma once

#include "metrics/Classification.h"

#include <cstdint>
#include <string>

// Numbers as a person reads them.
namespace graft::cli {

std::string percent(double fraction); ///< "94.8 %"; "–" where it is not a number
/// "94.8 % (90.0 % to 97.3 %)"; the value alone where there is no interval.
std::string percent(const metrics::Estimate& estimate);
std::string decimal(double value, int digits); ///< "–" where it is not a number
std::string shortCount(std::int64_t count);    ///< "25.6 M"
std::string fileSize(std::int64_t bytes);      ///< "95 MB"
std::string duration(double seconds);          ///< "30 ms", "1.4 s", "12 s", "3 min 20 s", "2 h 5 min"

/// As a shell takes it for one word, in commands to copy.
std::string shellWord(const std::string& text);

} // namespace graft::cli
