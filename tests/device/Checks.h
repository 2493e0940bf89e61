#pragma once

#include <functional>
#include <stdexcept>
#include <string>

// The least that a test needs where there is no Qt Test.
namespace graft::device {

/// One thing that must hold; made by GRAFT_CHECK, run by runChecks().
class Check {
public:
    Check(const char* name, std::function<void()> body);
};

/// Thrown by a check that cannot be made on this machine.
struct Skipped : std::runtime_error {
    using std::runtime_error::runtime_error;
};

void require(bool holds, const std::string& what);
/// Fails where `value` is more than `bound`, or no number; says both.
void requireAtMost(double value, double bound, const std::string& what);

/// Runs all checks of the program, or those whose names contain an argument; prints a line for each. The exit
/// status of the program.
int runChecks(int count, char** arguments);

} // namespace graft::device

#define GRAFT_CHECK(name)                                                                                    \
    static void name();                                                                                      \
    static const graft::device::Check check_##name(#name, name);                                             \
    static void name()
