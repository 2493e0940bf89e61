#pragma once

#include "runs/Run.h"
#include "training/Options.h"

#include <QString>

#include <optional>
#include <vector>

namespace graft::ui {

/// What to try against overfitting: the options of the next run, with one change.
struct Treatment {
    QString name;   ///< of the button
    QString change; ///< what is different from the run, as a sentence
    training::TrainingOptions options;
};

/// For a run that overfits (overfittingSince()), or whose solved head has a wide gap, the most promising
/// first; none for one that does not, and none of what is done already.
std::vector<Treatment> treatments(const training::TrainingOptions& options,
                                  const std::vector<runs::EpochRecord>& epochs, std::optional<int> bestEpoch);

} // namespace graft::ui
