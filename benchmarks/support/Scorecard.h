#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace graft::benchmark {

/// Prints one line per figure; a figure with a bound can fail.
class Scorecard {
public:
    void figure(const std::string& name, double value, const std::string& unit);
    void atMost(const std::string& name, double value, double bound, const std::string& unit);
    void atLeast(const std::string& name, double value, double bound, const std::string& unit);
    /// Ours beside another program's on the same machine in the same run, and how many times better ours is.
    enum class Better { Higher, Lower };
    void against(const std::string& name, double ours, double peer, const std::string& unit, Better better);
    /// What could not be measured here, and why.
    void passedOver(const std::string& name, const std::string& why);
    /// 0, or 1 where a bound does not hold.
    int exitCode() const { return m_failed ? 1 : 0; }

private:
    bool m_failed = false;
};

class Stopwatch {
public:
    double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

double median(std::vector<double> values);
/// Of this process, now.
double residentMegabytes();
/// The folder of real data (GRAFT_SHARED, or ../shared beside the source); empty where it is absent.
std::filesystem::path sharedFolder();

/// A folder that goes with the object.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace graft::benchmark
