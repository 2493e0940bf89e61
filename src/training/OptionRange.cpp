#include "training/OptionRange.h"

#include <cstdio>

namespace graft::training {

std::string shownNumber(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

Result<> inRange(const OptionRange& range) {
    if (range.value >= range.low && range.value <= range.high) // false for NaN
        return {};
    return Error{
        translate("Training", "The option “%1” is %2; it can be from %3 to %4.",
                  {range.name, shownNumber(range.value), shownNumber(range.low), shownNumber(range.high)})};
}

} // namespace graft::training
