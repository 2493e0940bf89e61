#pragma once

#include "base/Monitor.h"
#include "project/Project.h"
#include "training/Training.h"

#include <filesystem>
#include <string>
#include <vector>

namespace graft::ui {

/// What evaluating a run on one side of the split needs of the project: values, so that a worker can have
/// them.
struct EvaluationRequest {
    std::filesystem::path runFolder;
    annotation::Split split = annotation::Split::Validation;
    std::vector<annotation::LabelClass> classes;
    std::vector<dataset::Item> items; ///< targets index classes
};
EvaluationRequest evaluationRequest(const project::Project& project, const std::filesystem::path& runFolder,
                                    annotation::Split split);

/// The items as the run sees them: targets index its classes, images of other classes are left out.
std::vector<dataset::Item> itemsForRun(const EvaluationRequest& request,
                                       const training::ModelClasses& trained);

/// The kept evaluation where it was made of the same images with the same labels, else a
/// new one. Classes bear their names of today. Any thread.
Result<training::Evaluation> evaluate(const EvaluationRequest& request, bool keptIsEnough,
                                      const Monitor& monitor);

/// An evaluation of this side is there to be read, and is not older than the checkpoint (a resumed run makes
/// a new one).
bool hasEvaluation(const std::filesystem::path& runFolder, annotation::Split split);
/// Same images with the same labels, in any order.
bool matches(const training::Evaluation& evaluation, const std::vector<dataset::Item>& items);

} // namespace graft::ui
