#pragma once

#include "base/Result.h"
#include "training/Training.h"

#include <functional>

class QObject;

namespace graft::ui {

class Studio;

/// Takes the snapshot of the open project at once, verifies the weights in a Job (they are hashed), then
/// hands both over on the UI thread, unless `context` has gone. Needs an open project.
void prepareRun(Studio& studio, QObject* context, const training::TrainingOptions& options,
                std::function<void(Result<training::RunInput>)> ready);

} // namespace graft::ui
