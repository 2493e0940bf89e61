#include "support/Scorecard.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <unistd.h>

namespace graft::benchmark {

namespace {

void line(const std::string& name, double value, const std::string& unit, const std::string& verdict) {
    std::printf("%-58s %12.4g %-8s %s\n", name.c_str(), value, unit.c_str(), verdict.c_str());
    std::fflush(stdout);
}

std::string verdict(bool holds, const char* sign, double bound) {
    char text[64];
    std::snprintf(text, sizeof text, "%s %g: %s", sign, bound, holds ? "holds" : "DOES NOT HOLD");
    return text;
}

} // namespace

void Scorecard::figure(const std::string& name, double value, const std::string& unit) {
    line(name, value, unit, "");
}

void Scorecard::atMost(const std::string& name, double value, double bound, const std::string& unit) {
    m_failed |= !(value <= bound);
    line(name, value, unit, verdict(value <= bound, "at most", bound));
}

void Scorecard::atLeast(const std::string& name, double value, double bound, const std::string& unit) {
    m_failed |= !(value >= bound);
    line(name, value, unit, verdict(value >= bound, "at least", bound));
}

void Scorecard::against(const std::string& name, double ours, double peer, const std::string& unit,
                        Better better) {
    const double ratio = better == Better::Higher ? ours / peer : peer / ours;
    std::printf("%-58s %12.4g %-8s peer %.4g, ratio %.2f\n", name.c_str(), ours, unit.c_str(), peer, ratio);
    std::fflush(stdout);
}

void Scorecard::passedOver(const std::string& name, const std::string& why) {
    std::printf("%-58s passed over: %s\n", name.c_str(), why.c_str());
}

double median(std::vector<double> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double residentMegabytes() {
    std::ifstream statm("/proc/self/statm");
    long total = 0;
    long resident = 0;
    statm >> total >> resident;
    return double(resident) * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

std::filesystem::path sharedFolder() {
    const char* named = std::getenv("GRAFT_SHARED");
    const std::filesystem::path folder = named && *named
                                             ? std::filesystem::path(named)
                                             : std::filesystem::path(GRAFT_SOURCE_DIR) / ".." / "shared";
    std::error_code ignored;
    return std::filesystem::exists(folder / "data", ignored) ? folder : std::filesystem::path();
}

ScratchFolder::ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "graft-benchmark-XXXXXX").string();
    m_path = mkdtemp(pattern.data()) ? pattern : std::string();
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    if (!m_path.empty())
        std::filesystem::remove_all(m_path, ignored);
}

} // namespace graft::benchmark
