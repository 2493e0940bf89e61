#pragma once

#include <cstdint>
#include <fstream>
#include <string>

namespace graft::test {

/// The most memory that was resident since forgetPeakMemory().
inline std::int64_t peakMemoryKilobytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stoll(line.substr(6));
    return 0;
}

/// False where the system does not let go of it.
inline bool forgetPeakMemory() {
    std::ofstream refs("/proc/self/clear_refs");
    refs << "5";
    refs.close();
    return refs.good();
}

} // namespace graft::test
