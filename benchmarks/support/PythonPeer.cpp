#include "support/PythonPeer.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <sstream>
#include <sys/wait.h>

namespace graft::benchmark {

namespace {

/// Debian's, which has Debian's python3-torchvision; elsewhere the one that GRAFT_PYTHON names.
std::string python() {
    const char* named = std::getenv("GRAFT_PYTHON");
    return named ? named : "/usr/bin/python3";
}
constexpr int kModuleMissing = 3;

std::string quoted(const std::string& argument) {
    std::string text = "'";
    for (const char c : argument)
        text += c == '\'' ? "'\\''" : std::string(1, c);
    return text + "'";
}

} // namespace

Result<std::map<std::string, double>> runPeer(const std::string& script,
                                              const std::vector<std::string>& arguments) {
    std::string command =
        quoted(python()) + " " + quoted(std::string(GRAFT_SOURCE_DIR) + "/benchmarks/peers/" + script);
    for (const std::string& argument : arguments)
        command += " " + quoted(argument);
    FILE* pipe = ::popen(command.c_str(), "r");
    if (!pipe)
        return Error{"the peer cannot be started"};
    std::string output;
    char block[4096];
    while (const std::size_t got = std::fread(block, 1, sizeof block, pipe))
        output.append(block, got);
    const int status = ::pclose(pipe);
    if (WIFEXITED(status) && WEXITSTATUS(status) == kModuleMissing)
        return Error{"the peer needs python3-torch and python3-torchvision"};
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return Error{"the peer failed: " + command};
    std::map<std::string, double> figures;
    std::istringstream lines(output);
    std::string name;
    double value = 0;
    while (lines >> name >> value)
        figures[name] = value;
    return figures;
}

} // namespace graft::benchmark
