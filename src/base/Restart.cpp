#include "base/Restart.h"

#include "base/Log.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unistd.h>

namespace graft {

void restartWith(const char* name, const char* value, char** arguments) {
    if (std::getenv(name) || setenv(name, value, 0) != 0)
        return;
    execv("/proc/self/exe", arguments);
    log(LogLevel::Warning, std::string("could not start again with ") + name + ": " + std::strerror(errno));
}

void letThreadsSleep(char** arguments) {
    restartWith("OMP_WAIT_POLICY", "PASSIVE", arguments);
}

} // namespace graft
