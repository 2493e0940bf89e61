#pragma once

#include "training/Options.h"

namespace graft::training {

/// The strengths of the L2 penalty that Quick tries, from the strongest to the weakest; each is an epoch of
/// the run's log.
inline constexpr double kProbePenalties[] = {10, 3, 1, 0.3, 0.1, 0.03, 0.01, 3e-3, 1e-3, 3e-4, 1e-4, 3e-5};
/// With fewer validation images than this the strength is chosen by cross-validation on the training images.
inline constexpr int kFewValidationImages = 50;

/// The options with everything that the recipe decides itself set to what it decides. "quick": the backbone
/// frozen, the head solved. "best": the head solved, then blocks learn. "custom" decides nothing. Model,
/// weights, size, augmentation, seed, device and cache stay as they are, and for Best the block up to which
/// is frozen, where one was chosen.
TrainingOptions withRecipe(TrainingOptions options, const std::string& recipe);

/// What a recipe can be used for: Quick and Best begin at pretrained features and a linear head.
Result<> checkRecipe(const TrainingOptions& options);

/// An option that differs between two runs: its name in options.json and both values as JSON.
struct OptionDifference {
    std::string name; ///< "epochs", "learning.mixup", "augment.contrast"
    std::string left;
    std::string right;
};
std::vector<OptionDifference> differences(const TrainingOptions& left, const TrainingOptions& right);

} // namespace graft::training
