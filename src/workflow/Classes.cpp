#include "workflow/Classes.h"

#include <algorithm>
#include <unordered_map>

namespace graft::workflow {

using annotation::LabelClass;

namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list;
}

bool contains(const std::vector<ClassId>& ids, ClassId id) {
    return std::ranges::find(ids, id) != ids.end();
}

} // namespace

RunClasses classesNow(const training::ModelClasses& trained, const std::vector<LabelClass>& project) {
    RunClasses now{.names = trained.names, .ids = std::vector<ClassId>(trained.names.size()), .removed = {}};
    for (std::size_t i = 0; i < trained.ids.size() && i < now.ids.size(); ++i)
        if (const auto found = std::ranges::find(project, ClassId{trained.ids[i]}, &LabelClass::id);
            found != project.end()) {
            now.ids[i] = found->id;
            now.names[i] = found->name;
        }
    for (std::size_t i = 0; i < now.ids.size(); ++i) {
        if (now.ids[i])
            continue;
        const auto found = std::ranges::find(project, now.names[i], &LabelClass::name);
        if (found != project.end() && !contains(now.ids, found->id))
            now.ids[i] = found->id;
        else
            now.removed.push_back(now.names[i]);
    }
    return now;
}

std::vector<dataset::Item> itemsOf(const project::Project& project, annotation::Split split,
                                   const std::vector<ClassId>& classes) {
    std::unordered_map<ClassId, int> targets;
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (classes[i])
            targets.emplace(classes[i], int(i));
    std::vector<dataset::Item> items;
    for (const auto& image : project.images()) {
        const auto target = targets.find(image.label);
        if (image.split == split && target != targets.end())
            items.push_back({image.id.value, project.absolutePath(image), image.contentHash, target->second});
    }
    return items;
}

void nameClasses(training::Evaluation& evaluation, const std::vector<LabelClass>& project) {
    evaluation.classes = classesNow({evaluation.classes, evaluation.classIds}, project).names;
}

std::vector<std::string> classNotes(const training::Evaluation& evaluation, const project::Project& project,
                                    annotation::Split split) {
    const RunClasses now = classesNow({evaluation.classes, evaluation.classIds}, project.classes());
    std::vector<std::string> notes;
    if (evaluation.learntFrom > 0)
        notes.push_back(translate("Workflow",
                                  "Images that the run has learnt from (the split was another then) are left "
                                  "out, for they say nothing about it: %1.",
                                  {std::to_string(evaluation.learntFrom)}));
    if (!now.removed.empty())
        notes.push_back(translate("Workflow",
                                  "Removed from the project since this run was trained: %1. No image is of "
                                  "such a class any more, but the model may still take images for it.",
                                  {joined(now.removed)}));
    const auto unknown = std::ranges::count_if(project.images(), [&](const project::ImageRecord& image) {
        return image.split == split && image.label && !contains(now.ids, image.label);
    });
    if (unknown > 0)
        notes.push_back(translate("Workflow",
                                  "Images of classes that this run does not know are left out: %1.",
                                  {std::to_string(unknown)}));
    return notes;
}

} // namespace graft::workflow
