#include "runs/Names.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace graft::runs {

namespace {

constexpr std::size_t kLongestName = 48;

std::string plainName(const std::string& name) {
    std::string plain;
    for (const char c : name) {
        const bool letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letterOrDigit || c == '_' || c == '.')
            plain += c;
        else if (!plain.empty() && plain.back() != '-')
            plain += '-';
    }
    plain.resize(std::min(plain.size(), kLongestName));
    while (plain.ends_with('-'))
        plain.pop_back();
    return plain.empty() ? "run" : plain;
}

} // namespace

std::string_view name(State state) {
    constexpr std::array<std::string_view, 5> kNames{"running", "finished", "stopped", "failed",
                                                     "interrupted"};
    return kNames[std::size_t(state)];
}

std::optional<State> closingState(std::string_view text) {
    for (const State state : {State::Finished, State::Stopped, State::Failed})
        if (name(state) == text)
            return state;
    return std::nullopt;
}

std::string newId(const std::string& name, std::chrono::system_clock::time_point when) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(when);
    std::tm local{};
    ::localtime_r(&seconds, &local);
    char time[32];
    const std::size_t length = std::strftime(time, sizeof time, "%Y%m%d-%H%M%S", &local);
    return std::string(time, length) + "-" + plainName(name);
}

std::string utcText(std::chrono::system_clock::time_point when) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(when);
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(when.time_since_epoch()).count() % 1000;
    std::tm utc{};
    ::gmtime_r(&seconds, &utc);
    char time[32], text[48];
    std::strftime(time, sizeof time, "%Y-%m-%dT%H:%M:%S", &utc);
    std::snprintf(text, sizeof text, "%s.%03dZ", time, int(milliseconds));
    return text;
}

std::filesystem::path withoutSlash(const std::filesystem::path& folder) {
    return folder.has_filename() ? folder : folder.parent_path();
}

} // namespace graft::runs
