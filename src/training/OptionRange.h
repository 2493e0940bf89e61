#pragma once

#include "base/Result.h"

#include <string>

namespace graft::training {

/// One number and what it may be. `name` is the option's name in options.json.
struct OptionRange {
    const char* name;
    double value;
    double low;
    double high;
};
Result<> inRange(const OptionRange& range);

/// "0.1", "1e-05".
std::string shownNumber(double value);

} // namespace graft::training
