#pragma once

#include "base/Monitor.h"
#include "base/Result.h"
#include "project/Project.h"
#include "training/Training.h"
#include "zoo/Zoo.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

// Joins project, zoo and training: what the window and the command line both do.
namespace graft::workflow {

/// The project's labelled images of a split as dataset items; targets index `classes`.
std::vector<dataset::Item> itemsOf(const project::Project& project, annotation::Split split,
                                   const std::vector<std::string>& classes);

/// A snapshot for a run. Classes without a training image are left out with a note; no training or no
/// validation images is an Error that says what to do. Fetches no weights: they must be here (zoo::Zoo::fetch
/// first).
Result<training::RunInput> prepareRun(const project::Project& project, const zoo::Zoo& zoo,
                                      const training::TrainingOptions& options);

/// Evaluates a run on a split of the project. Classes that were renamed since are shown by their new names.
Result<training::Evaluation> evaluateRun(const project::Project& project,
                                         const std::filesystem::path& runFolder, annotation::Split split,
                                         const Monitor& monitor = {});

/// The images on which an exported model is compared with its run: a few of the validation side, or of all
/// where that has none. Empty where the project has no image.
std::vector<dataset::Item> imagesToCompare(const project::Project& project);

/// The weights' origin as the trainer wants it.
training::PretrainedWeights pretrained(const zoo::WeightsEntry& entry, const zoo::StoredWeights& stored);

/// The catalogue's weights for a model: what is on this machine first, else the first; null where there are
/// none.
const zoo::WeightsEntry* preferredWeights(const zoo::Zoo& zoo, const std::string& model);

/// The model a newcomer starts with: the catalogue's default.
std::string defaultModel(const zoo::Zoo& zoo);

/// Defaults that win without being touched for this model, weights and number of images. An empty `recipe`:
/// Quick where there are pretrained weights.
training::TrainingOptions recommendedOptions(const project::Project& project, const std::string& model,
                                             const zoo::WeightsEntry* weights,
                                             const std::string& recipe = {});

} // namespace graft::workflow
