#pragma once

#include "base/Result.h"

#include <exception>

namespace graft::training {

/// What a person is told when LibTorch throws while a trained model is used.
Error computingFailed(const std::exception& exception);

} // namespace graft::training
