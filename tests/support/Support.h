#pragma once

#include <QTemporaryDir>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace graft::test {

/// The folder of real data and weights (GRAFT_SHARED, default ../shared beside the project); empty where it
/// is absent.
std::filesystem::path sharedFolder();

/// A folder that goes with the test.
class TemporaryFolder {
public:
    std::filesystem::path path() const { return m_folder.path().toStdString(); }
    std::filesystem::path operator/(const std::string& name) const { return path() / name; }

private:
    QTemporaryDir m_folder;
};

/// Runs a program, returns its exit code, output and errors.
struct ProcessResult {
    int code = -1;
    std::string output;
    std::string errors;
};
ProcessResult runProgram(const std::string& program, const std::vector<std::string>& arguments,
                         int timeoutSeconds = 120,
                         const std::vector<std::pair<std::string, std::string>>& environment = {});

} // namespace graft::test

/// Skips the test function with a reason where the shared data are absent.
#define GRAFT_NEEDS_SHARED(relative)                                                                         \
    if (graft::test::sharedFolder().empty() ||                                                               \
        !std::filesystem::exists(graft::test::sharedFolder() / (relative)))                                  \
    QSKIP("the shared data are not on this machine (GRAFT_SHARED)")
