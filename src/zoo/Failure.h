#pragma once

#include "base/Result.h"

#include <vector>

namespace graft::zoo {

/// Why a source gave no file.
struct Failure {
    enum class Kind {
        Offline,  ///< nobody could be reached
        NoClient, ///< the program that would fetch it is not installed
        Stopped,
        Other
    };
    Kind kind = Kind::Other;
    Error error;
};

} // namespace graft::zoo
