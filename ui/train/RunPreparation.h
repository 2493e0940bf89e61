#pragma once

#include "base/Result.h"
#include "training/Training.h"

#include <functional>
#include <optional>

class QObject;

namespace graft::ui {

class Studio;

/// What the open project has to learn from, without the weights; UI thread.
Result<training::RunInput> snapshot(Studio& studio, const training::TrainingOptions& options);

/// Takes the snapshot of the open project at once, verifies the weights in a Job (they are hashed), then
/// hands both over on the UI thread, unless `context` has gone. Needs an open project. `series`: the run's
/// place in one.
void prepareRun(Studio& studio, QObject* context, const training::TrainingOptions& options,
                std::function<void(Result<training::RunInput>)> ready,
                const std::optional<runs::Series>& series = std::nullopt);

} // namespace graft::ui
