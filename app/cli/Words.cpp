#include "cli/Words.h"

#include "base/Translate.h"

#include <QString>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string_view>

namespace graft::cli {

std::string decimal(double value, int digits) {
    return std::isfinite(value) ? QString::number(value, 'f', digits).toStdString() : "–";
}

std::string percent(double fraction) {
    return std::isfinite(fraction) ? decimal(100 * fraction, 1) + " %" : "–";
}

std::string percent(const metrics::Estimate& estimate) {
    if (!std::isfinite(estimate.low))
        return percent(estimate.value);
    return translate("CommandLine", "%1 (%2 to %3)",
                     {percent(estimate.value), percent(estimate.low), percent(estimate.high)});
}

std::string shortCount(std::int64_t count) {
    if (count >= 1'000'000'000)
        return decimal(double(count) / 1e9, 2) + " G";
    if (count >= 1'000'000)
        return decimal(double(count) / 1e6, 1) + " M";
    return std::to_string(count);
}

std::string fileSize(std::int64_t bytes) {
    if (bytes >= 10'000'000'000)
        return decimal(double(bytes) / 1e9, 1) + " GB";
    return bytes >= 10'000'000 ? decimal(double(bytes) / 1e6, 0) + " MB"
                               : decimal(double(bytes) / 1e6, 1) + " MB";
}

std::string duration(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0)
        return "–";
    if (seconds < 0.1)
        return translate("CommandLine", "%1 ms", {std::to_string(std::lround(seconds * 1000))});
    if (seconds < 10)
        return translate("CommandLine", "%1 s", {decimal(seconds, 1)});
    const auto whole = std::int64_t(std::lround(seconds));
    if (whole < 60)
        return translate("CommandLine", "%1 s", {std::to_string(whole)});
    if (whole < 3600)
        return translate("CommandLine", "%1 min %2 s",
                         {std::to_string(whole / 60), std::to_string(whole % 60)});
    return translate("CommandLine", "%1 h %2 min",
                     {std::to_string(whole / 3600), std::to_string(whole % 3600 / 60)});
}

std::string shellWord(const std::string& text) {
    const auto plain = [](unsigned char c) {
        return std::isalnum(c) || c >= 0x80 ||
               std::string_view("/._-+=:,@%").find(char(c)) != std::string_view::npos;
    };
    if (!text.empty() && std::ranges::all_of(text, plain))
        return text;
    std::string word = "'";
    for (const char c : text)
        word += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return word + '\'';
}

} // namespace graft::cli
