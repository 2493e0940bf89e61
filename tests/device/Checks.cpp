#include "device/Checks.h"

#include <cstdio>
#include <cstring>
#include <utility>
#include <vector>

namespace graft::device {

namespace {

std::vector<std::pair<const char*, std::function<void()>>>& all() {
    static std::vector<std::pair<const char*, std::function<void()>>> checks;
    return checks;
}

bool asked(const char* name, int count, char** arguments) {
    bool matches = count < 2;
    for (int i = 1; i < count; ++i)
        matches = matches || std::strstr(name, arguments[i]);
    return matches;
}

} // namespace

Check::Check(const char* name, std::function<void()> body) {
    all().emplace_back(name, std::move(body));
}

void require(bool holds, const std::string& what) {
    if (!holds)
        throw std::runtime_error(what);
}

void requireAtMost(double value, double bound, const std::string& what) {
    std::printf("      %s: %g, at most %g\n", what.c_str(), value, bound);
    require(value <= bound, what + ": " + std::to_string(value) + " is more than " + std::to_string(bound));
}

int runChecks(int count, char** arguments) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    int failed = 0;
    for (const auto& [name, body] : all()) {
        if (!asked(name, count, arguments))
            continue;
        try {
            body();
            std::printf("PASS  %s\n", name);
        } catch (const Skipped& reason) {
            std::printf("SKIP  %s: %s\n", name, reason.what());
        } catch (const std::exception& failure) {
            std::printf("FAIL  %s: %s\n", name, failure.what());
            ++failed;
        }
    }
    std::printf("%d failed\n", failed);
    return failed == 0 ? 0 : 1;
}

} // namespace graft::device
