#pragma once

#include "cli/OptionValues.h"
#include "training/LearningOptions.h"

namespace graft::cli {

/// The options of `graft train` that say how the weights are moved.
QList<QCommandLineOption> learnOptions();
void takeLearning(OptionValues& values, training::LearningOptions& options);

} // namespace graft::cli
