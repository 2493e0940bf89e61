#include "report/Report.h"

#include "base/Log.h"
#include "workflow/Classes.h"
#include "workflow/Series.h"
#include "zoo/Catalogue.h"

#include <algorithm>

namespace graft::report {

namespace {

DatasetSummary summaryOf(const project::Project& project) {
    DatasetSummary summary;
    std::map<ClassId, std::size_t> places;
    for (const auto& labelClass : project.classes()) {
        places[labelClass.id] = summary.classes.size();
        summary.classes.push_back({.name = labelClass.name, .color = labelClass.color});
    }
    for (const auto& image : project.images()) {
        const auto place = places.find(image.label);
        DatasetRow& row = place == places.end() ? summary.unlabelled : summary.classes[place->second];
        switch (image.split) {
        case annotation::Split::Train:
            ++row.train;
            break;
        case annotation::Split::Validation:
            ++row.validation;
            break;
        case annotation::Split::Test:
            ++row.test;
            break;
        case annotation::Split::None:
            ++row.none;
            break;
        }
    }
    for (const auto& copies : project.duplicates())
        summary.duplicates += int(copies.size());
    return summary;
}

WeightsSummary weightsOf(const std::string& id) {
    const auto catalogue = zoo::ownCatalogue();
    if (!catalogue)
        return {};
    const auto entry = std::ranges::find(*catalogue, id, &zoo::WeightsEntry::id);
    return entry == catalogue->end() ? WeightsSummary{}
                                     : WeightsSummary{entry->title, zoo::originText(*entry), entry->license};
}

void addEvaluations(ReportInput& input, const project::Project& project) {
    for (const auto split : {annotation::Split::Validation, annotation::Split::Test}) {
        const std::string name(annotation::name(split));
        std::error_code ignored;
        if (!std::filesystem::exists(input.run.folder / ("evaluation-" + name + ".json"), ignored))
            continue;
        auto evaluation = training::readEvaluation(input.run.folder, name);
        if (evaluation) {
            workflow::nameClasses(*evaluation, project.classes());
            input.evaluations.push_back(std::move(*evaluation));
        } else {
            log(LogLevel::Warning, evaluation.error().message + " " + evaluation.error().detail);
        }
    }
}

/// Runs that got somewhere, the newest first; and what is known of their accuracy.
void addCompared(ReportInput& input, const std::filesystem::path& runsFolder) {
    const auto own = std::ranges::find(input.evaluations, "val", &training::Evaluation::split);
    auto runs = runs::listRuns(runsFolder);
    if (input.run.series) {
        const auto state = workflow::stateOf(*input.run.series, runs);
        input.series = SeriesSummary{*input.run.series, state.finished(), state.accuracy()};
    }
    for (auto& run : runs) {
        if (run.epochs.empty())
            continue;
        if (const auto evaluation = training::readEvaluation(run.folder, "val")) {
            input.validationAccuracy[run.id] = evaluation->summary.accuracy;
            if (const auto paired = own != input.evaluations.end() && run.id != input.run.id
                                        ? training::paired(*own, *evaluation)
                                        : std::nullopt)
                input.paired[run.id] = *paired;
        }
        if (run.id != input.run.id)
            input.compared.push_back(std::move(run));
    }
}

/// A run is named by its folder, and by nothing that leads out of it.
bool plainName(const std::string& runId) {
    const std::filesystem::path path(runId);
    return !runId.empty() && runId != "." && runId != ".." && path.filename() == path;
}

} // namespace

Result<ReportInput> gather(const project::Project& project, const std::string& runId) {
    if (!plainName(runId))
        return Error{translate("Report", "“%1” is no run of this project.", {runId})};
    auto run = runs::readRun(project.runsFolder() / runId);
    if (!run)
        return run.error();
    ReportInput input;
    input.projectName = project.displayName();
    input.task = annotation::name(project.task());
    input.run = std::move(*run);
    input.projectFolder = project.folder();
    input.dataset = summaryOf(project);
    input.issues = project.issues();
    if (const auto options = training::optionsFromJson(input.run.optionsJson))
        input.weights = weightsOf(options->weights);
    addEvaluations(input, project);
    addCompared(input, project.runsFolder());
    input.made = QDateTime::currentDateTime();
    return input;
}

} // namespace graft::report
