#pragma once

#include "runs/Run.h"

#include <QString>

#include <optional>
#include <vector>

namespace graft::ui {

/// What is known of a run.
struct Course {
    const std::vector<runs::EpochRecord>& epochs;
    std::optional<int> bestEpoch;
    bool running = false;
    bool allFrozen = false;    ///< nothing but the head learns
    bool classesAlike = false; ///< it is the balanced accuracy that decides on the best epoch
    bool keepsLatest = false;  ///< of epochs alike
    bool endedEarly = false;   ///< finished, by itself, before the last of the planned epochs
};

/// One sentence on how a run is going, for somebody who does not read curves: still improving, levelled off,
/// overfitting (with the gap named), or too early to say.
QString verdict(const Course& course);

/// The epoch from which on the run learns its images by heart: the validation loss rises while the training
/// loss falls, or the training images are known much better than new ones. Nothing where it does not.
std::optional<int> overfittingSince(const std::vector<runs::EpochRecord>& epochs);

/// The head was solved (Quick), and the one that is kept knows the training images much better than new ones.
/// That the weaker penalties fit them better still is their nature, and no overfitting.
bool solvedHeadHasWideGap(const std::vector<runs::EpochRecord>& epochs, std::optional<int> bestEpoch);

} // namespace graft::ui
