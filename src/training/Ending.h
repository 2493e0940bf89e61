#pragma once

#include "runs/Run.h"

#include <string>

namespace graft::training {

/// How a run ended, and what to tell about it.
struct Ending {
    runs::State state = runs::State::Finished;
    std::string message{};
};

} // namespace graft::training
