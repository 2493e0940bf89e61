#include "ui/evaluate/EvaluationRequest.h"

#include "base/Translate.h"
#include "workflow/Classes.h"

#include <algorithm>
#include <map>

namespace graft::ui {
namespace {

std::string splitText(annotation::Split split) {
    return split == annotation::Split::Test ? translate("EvaluationRequest", "test")
                                            : translate("EvaluationRequest", "validation");
}

} // namespace

EvaluationRequest evaluationRequest(const project::Project& project, const std::filesystem::path& runFolder,
                                    annotation::Split split) {
    EvaluationRequest request{runFolder, split, project.classes(), {}};
    std::vector<ClassId> ids;
    for (const annotation::LabelClass& labelClass : request.classes)
        ids.push_back(labelClass.id);
    request.items = workflow::itemsOf(project, split, ids);
    return request;
}

std::vector<dataset::Item> itemsForRun(const EvaluationRequest& request,
                                       const training::ModelClasses& trained) {
    const std::vector<ClassId> ids = workflow::classesNow(trained, request.classes).ids;
    std::vector<dataset::Item> items;
    for (dataset::Item item : request.items) {
        const auto found = std::ranges::find(ids, request.classes[std::size_t(item.target)].id);
        if (found == ids.end())
            continue;
        item.target = int(found - ids.begin());
        items.push_back(std::move(item));
    }
    return items;
}

bool matches(const training::Evaluation& evaluation, const std::vector<dataset::Item>& items) {
    std::map<std::int64_t, int> truth;
    for (std::size_t i = 0; i < evaluation.imageIds.size() && i < evaluation.data.truth.size(); ++i)
        truth[evaluation.imageIds[i]] = evaluation.data.truth[i];
    const auto known = std::ranges::count_if(items, [&](const dataset::Item& item) {
        const auto found = truth.find(item.id);
        return found != truth.end() && found->second == item.target;
    });
    // Images that could not be read, or that the run has learnt from, are among the items but have no row.
    return std::size_t(known) == truth.size() &&
           items.size() == truth.size() + evaluation.problems.size() + std::size_t(evaluation.learntFrom);
}

bool hasEvaluation(const std::filesystem::path& runFolder, annotation::Split split) {
    std::error_code missing;
    const auto made = std::filesystem::last_write_time(
        runFolder / ("evaluation-" + std::string(annotation::name(split)) + ".json"), missing);
    if (missing)
        return false;
    const auto trained =
        std::filesystem::last_write_time(runFolder / "checkpoints" / "best.safetensors", missing);
    return missing || made >= trained;
}

Result<training::Evaluation> evaluate(const EvaluationRequest& request, bool keptIsEnough,
                                      const Monitor& monitor) {
    const std::string split(annotation::name(request.split));
    if (keptIsEnough && hasEvaluation(request.runFolder, request.split))
        if (auto kept = training::readEvaluation(request.runFolder, split);
            kept && matches(*kept, itemsForRun(request, {kept->classes, kept->classIds}))) {
            workflow::nameClasses(*kept, request.classes);
            return kept;
        }
    const auto trained = training::readClasses(request.runFolder);
    if (!trained)
        return trained.error();
    const auto items = itemsForRun(request, *trained);
    if (items.empty())
        return Error{
            translate("EvaluationRequest",
                      "No labelled image is on the %1 side of the split. Split the images on the Data page.",
                      {splitText(request.split)})};
    auto evaluation = training::evaluate(request.runFolder, split, items, monitor);
    if (evaluation)
        workflow::nameClasses(*evaluation, request.classes);
    return evaluation;
}

} // namespace graft::ui
