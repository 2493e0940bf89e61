#include "workflow/Workflow.h"

#include "base/Files.h"
#include "graph/Architectures.h"
#include "project/SplitUnits.h"
#include "runs/Run.h"
#include "training/Recipes.h"
#include "workflow/Channels.h"
#include "workflow/Classes.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace graft::workflow {

namespace {

/// Class names in order of position, with how many images of a split each has.
std::vector<std::pair<std::string, int>> classCounts(const project::Project& project,
                                                     annotation::Split split) {
    std::map<ClassId, int> counts;
    for (const auto& image : project.images())
        if (image.split == split)
            ++counts[image.label];
    std::vector<std::pair<std::string, int>> named;
    for (const auto& labelClass : project.classes())
        named.emplace_back(labelClass.name, counts[labelClass.id]);
    return named;
}

std::vector<std::string> trainableClasses(const project::Project& project, std::vector<std::string>& notes) {
    std::vector<std::string> classes;
    for (const auto& [name, count] : classCounts(project, annotation::Split::Train)) {
        if (count > 0)
            classes.push_back(name);
        else
            notes.push_back(translate(
                "Workflow", "The class “%1” has no training image and is left out of this run.", {name}));
    }
    const auto validation = classCounts(project, annotation::Split::Validation);
    for (const auto& [name, count] : validation)
        if (count == 0 && std::ranges::find(classes, name) != classes.end())
            notes.push_back(translate(
                "Workflow",
                "The class “%1” has no validation image: how well it is recognised cannot be measured.",
                {name}));
    return classes;
}

/// Why images of the project take no part in a run.
struct LeftOut {
    int labelled = 0;    ///< of all images, those with a class
    int withoutSide = 0; ///< labelled, but on no side of the split
    int unlabelled = 0;  ///< on the training or validation side
};

LeftOut countLeftOut(const project::Project& project) {
    using annotation::Split;
    LeftOut count;
    for (const auto& image : project.images()) {
        count.labelled += bool(image.label);
        count.withoutSide += image.label && image.split == Split::None;
        count.unlabelled += !image.label && (image.split == Split::Train || image.split == Split::Validation);
    }
    return count;
}

void noteLeftOut(const LeftOut& count, std::vector<std::string>& notes) {
    if (count.unlabelled > 0)
        notes.push_back(translate("Workflow", "Images without a class that are left out of this run: %1.",
                                  {std::to_string(count.unlabelled)}));
    if (count.withoutSide > 0)
        notes.push_back(translate(
            "Workflow", "Labelled images that are on no side of the split and left out of this run: %1.",
            {std::to_string(count.withoutSide)}));
}

Result<> checkEnough(const training::RunInput& input, const LeftOut& count) {
    if (count.labelled == 0)
        return Error{translate(
            "Workflow",
            "No image has a class yet. Label images of at least two classes, split them, then train.")};
    if (input.train.empty())
        return Error{
            translate("Workflow",
                      "None of the %1 labelled images is on the training side. Split the images, then train.",
                      {std::to_string(count.labelled)})};
    if (input.classes.size() < 2)
        return Error{translate(
            "Workflow",
            "Only the class “%1” has training images, and telling one class from another takes two. "
            "Label images of another class, or split again.",
            {input.classes.front()})};
    if (input.validation.empty())
        return Error{translate(
            "Workflow", "There is no labelled validation image, so nothing could be said of the result. "
                        "Split the images, then train.")};
    return {};
}

std::string joined(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list;
}

/// Small enough that an epoch over few images is more than a step or two.
int batchFor(int trainingImages) {
    if (trainingImages >= 200)
        return 32;
    return trainingImages >= 64 ? 16 : 8;
}

/// On both sides: a fold of a cross-validation learns from images of either.
void markUnits(training::RunInput& input, const project::Project& project) {
    std::unordered_map<std::int64_t, std::int64_t> unitOf;
    for (const project::SplitUnit& unit : project::splitUnits(project.images()))
        if (unit.images.size() > 1)
            for (const project::ImageRecord* image : unit.images)
                unitOf[image->id.value] = unit.images.front()->id.value;
    for (auto* side : {&input.train, &input.validation})
        for (dataset::Item& item : *side)
            if (const auto found = unitOf.find(item.id); found != unitOf.end())
                item.unit = found->second;
}

Result<> addWeights(training::RunInput& input, const zoo::Zoo& zoo) {
    const auto& id = input.options.weights;
    if (id.empty() || id == "none")
        return {};
    const zoo::WeightsEntry* entry = zoo.entry(id);
    if (!entry)
        return Error{translate("Workflow", "The catalogue has no weights named “%1”.", {id})};
    if (entry->model != input.options.model)
        return Error{translate("Workflow", "The weights “%1” belong to %2, not to %3.",
                               {id, entry->model, input.options.model})};
    auto stored = zoo.locate(*entry);
    if (!stored)
        return stored.error();
    input.weights = pretrained(*entry, *stored);
    return {};
}

} // namespace

std::vector<dataset::Item> itemsOf(const project::Project& project, annotation::Split split,
                                   const std::vector<std::string>& classes) {
    return itemsOf(project, split, classesNow({classes, {}}, project.classes()).ids);
}

Result<training::RunInput> prepareRun(const project::Project& project, const zoo::Zoo& zoo,
                                      const training::TrainingOptions& options) {
    if (project.task() != annotation::TaskKind::Classification)
        return Error{translate("Workflow",
                               "This version trains classification only; the project is about %1.",
                               {std::string(annotation::name(project.task()))})};
    if (!graph::findArchitecture(options.model))
        return Error{translate("Workflow",
                               "There is no model named “%1”. The command “graft models” lists them.",
                               {options.model})};
    training::RunInput input;
    input.options = options;
    if (auto valid = options.check(); !valid)
        return valid.error();
    input.classes = trainableClasses(project, input.notes);
    for (const std::string& name : input.classes)
        input.classIds.push_back(project.classNamed(name)->id.value);
    input.train = itemsOf(project, annotation::Split::Train, input.classes);
    input.validation = itemsOf(project, annotation::Split::Validation, input.classes);
    markUnits(input, project);
    const LeftOut leftOut = countLeftOut(project);
    if (auto enough = checkEnough(input, leftOut); !enough)
        return enough.error();
    noteLeftOut(leftOut, input.notes);
    if (auto fits = checkChannels(project, options.channels); !fits)
        return fits.error();
    if (std::string note = channelsNote(project, options.channels); !note.empty())
        input.notes.push_back(std::move(note));
    if (auto added = addWeights(input, zoo); !added)
        return added.error();
    return input;
}

Result<training::Evaluation> evaluateRun(const project::Project& project,
                                         const std::filesystem::path& runFolder, annotation::Split split,
                                         const Monitor& monitor) {
    const auto trained = training::readClasses(runFolder);
    if (!trained)
        return trained.error();
    const RunClasses classes = classesNow(*trained, project.classes());
    if (classes.removed.size() == classes.names.size())
        return Error{translate("Workflow",
                               "The project has none of the classes this run was trained on: %1. They were "
                               "removed since; undo that, or train again.",
                               {joined(classes.removed)})};
    const auto items = itemsOf(project, split, classes.ids);
    if (items.empty())
        return Error{translate(
            "Workflow", "No labelled image is in the split “%1”. Split the images, or choose another side.",
            {std::string(annotation::name(split))})};
    auto evaluation = training::evaluate(runFolder, std::string(annotation::name(split)), items, monitor);
    if (evaluation)
        evaluation->classes = classes.names;
    return evaluation;
}

std::vector<dataset::Item> imagesToCompare(const project::Project& project) {
    constexpr std::size_t kMost = 16;
    std::vector<dataset::Item> validation, all;
    for (const auto& image : project.images()) {
        all.push_back({image.id.value, project.absolutePath(image), image.contentHash, -1});
        if (image.split == annotation::Split::Validation)
            validation.push_back(all.back());
    }
    const std::vector<dataset::Item>& from = validation.empty() ? all : validation;
    std::vector<dataset::Item> images;
    const std::size_t count = std::min(kMost, from.size());
    for (std::size_t i = 0; i < count; ++i)
        images.push_back(from[i * from.size() / count]);
    return images;
}

training::PretrainedWeights pretrained(const zoo::WeightsEntry& entry, const zoo::StoredWeights& stored) {
    training::PretrainedWeights weights;
    weights.id = entry.id;
    weights.file = stored.file;
    weights.sha256 = stored.sha256;
    weights.preprocessing = {entry.inputSize, entry.resize, entry.bgr, entry.scale, entry.mean, entry.std};
    weights.build = zoo::originOf(entry);
    return weights;
}

const zoo::WeightsEntry* preferredWeights(const zoo::Zoo& zoo, const std::string& model) {
    const auto entries = zoo.entriesFor(model);
    return entries.empty() ? nullptr : entries.front();
}

std::string defaultModel(const zoo::Zoo& zoo) {
    for (const auto& entry : zoo.entries())
        if (entry.isDefault)
            return entry.model;
    return graph::architectures().front().name;
}

training::TrainingOptions recommendedOptions(const project::Project& project, const std::string& model,
                                             const zoo::WeightsEntry* weights, const std::string& recipe) {
    constexpr int kUnevenness = 4;
    training::TrainingOptions options;
    options.model = model;
    options.channels = commonBands(project);
    std::vector<int> counts;
    for (const auto& [name, count] : classCounts(project, annotation::Split::Train))
        if (count > 0)
            counts.push_back(count);
    if (!counts.empty()) {
        options.balanced = std::ranges::max(counts) >= kUnevenness * std::ranges::min(counts);
        options.batch = batchFor(std::accumulate(counts.begin(), counts.end(), 0));
    }
    if (weights) {
        options.weights = weights->id;
    } else {
        // Nothing is frozen, so that nothing is kept in a cache and every epoch may see each image otherwise.
        options.weights = "none";
        options.freeze = "none";
        options.augment.horizontalFlip = true;
        options.augment.minimumScale = 0.6;
    }
    const std::string chosen = recipe.empty() && weights ? "quick" : recipe;
    return chosen.empty() ? options : training::withRecipe(std::move(options), chosen);
}

} // namespace graft::workflow
