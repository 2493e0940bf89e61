#include "cli/Command.h"
#include "cli/RunChoice.h"
#include "cli/Words.h"

#include "training/Training.h"
#include "workflow/Classes.h"
#include "workflow/Workflow.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace graft::cli {

namespace {

using metrics::Estimate;
using training::Evaluation;

constexpr std::size_t kMostMistakes = 1000;

QJsonObject toJson(const Estimate& estimate) {
    return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

struct Named {
    const char* name; ///< in JSON
    std::string title;
    const Estimate& estimate;
};

std::vector<Named> named(const metrics::ClassificationSummary& summary) {
    return {{"accuracy", translate("CommandLine", "accuracy"), summary.accuracy},
            {"balanced_accuracy", translate("CommandLine", "balanced accuracy"), summary.balancedAccuracy},
            {"macro_f1", translate("CommandLine", "macro F1"), summary.macroF1},
            {"auroc", translate("CommandLine", "AUROC"), summary.auroc},
            {"ece", translate("CommandLine", "calibration error"), summary.ece}};
}

QJsonArray confusionToJson(const metrics::ConfusionMatrix& confusion) {
    QJsonArray rows;
    for (const auto& row : confusion) {
        QJsonArray cells;
        for (const std::int64_t count : row)
            cells.append(qint64(count));
        rows.append(cells);
    }
    return rows;
}

QJsonArray perClassToJson(const Evaluation& evaluation) {
    QJsonArray classes;
    for (std::size_t i = 0; i < evaluation.perClass.size(); ++i) {
        const metrics::ClassReport& report = evaluation.perClass[i];
        classes.append(QJsonObject{{"name", text(evaluation.classes[i])},
                                   {"support", qint64(report.support)},
                                   {"precision", toJson(report.precision)},
                                   {"recall", toJson(report.recall)},
                                   {"f1", toJson(report.f1)}});
    }
    return classes;
}

/// Images that were taken for another class, the surest mistakes first.
QJsonArray mistakesToJson(const Evaluation& evaluation) {
    std::vector<std::size_t> order(evaluation.data.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::size_t i) { return evaluation.losses[i]; });
    QJsonArray mistakes;
    for (const std::size_t i : order) {
        const int predicted = metrics::argmax(evaluation.data.row(i));
        const int truth = evaluation.data.truth[i];
        if (predicted == truth || std::size_t(mistakes.size()) >= kMostMistakes)
            continue;
        mistakes.append(QJsonObject{{"image", text(evaluation.paths[i])},
                                    {"truth", text(evaluation.classes[std::size_t(truth)])},
                                    {"predicted", text(evaluation.classes[std::size_t(predicted)])},
                                    {"probability", evaluation.data.row(i)[std::size_t(predicted)]},
                                    {"loss", evaluation.losses[i]}});
    }
    return mistakes;
}

void sayEvaluation(const Evaluation& evaluation, const Console& console) {
    std::vector<std::vector<std::string>> rows;
    for (const Named& one : named(evaluation.summary))
        rows.push_back({one.title, percent(one.estimate)});
    console.say(translate("CommandLine",
                          "%1 images of the split “%2”; in brackets the 95 % confidence interval",
                          {std::to_string(evaluation.data.size()), evaluation.split}));
    console.say(table(rows) + "\n");
    rows = {{translate("CommandLine", "class"), translate("CommandLine", "images"),
             translate("CommandLine", "precision"), translate("CommandLine", "recall"),
             translate("CommandLine", "F1")}};
    for (std::size_t i = 0; i < evaluation.perClass.size(); ++i) {
        const metrics::ClassReport& report = evaluation.perClass[i];
        rows.push_back({evaluation.classes[i], std::to_string(report.support), percent(report.precision),
                        percent(report.recall), percent(report.f1)});
    }
    console.say(table(rows) + "\n");
    rows = {{translate("CommandLine", "truth ↓  taken for →")}};
    for (std::size_t i = 0; i < evaluation.classes.size(); ++i) {
        rows[0].push_back(evaluation.classes[i]);
        rows.push_back({evaluation.classes[i]});
        for (const std::int64_t count : evaluation.confusion[i])
            rows.back().push_back(std::to_string(count));
    }
    console.say(table(rows));
}

int runEvaluate(const QCommandLineParser& parser, Console& console) {
    const auto split = annotation::splitNamed(valueOf(parser, "split"));
    if (!split || *split == annotation::Split::None)
        return console.wrongUsage(translate("CommandLine", "--split takes train, val or test, not “%1”.",
                                            {valueOf(parser, "split")}));
    const auto project = project::Project::open(projectArgument(parser), project::Access::ReadOnly);
    if (!project)
        return console.fail(project.error());
    const auto run = chooseRun(**project, valueOf(parser, "run"));
    if (!run)
        return console.fail(run.error());
    const auto evaluation = workflow::evaluateRun(**project, run->folder, *split, console.monitor());
    if (!evaluation)
        return console.fail(evaluation.error());
    for (const std::string& problem : evaluation->problems)
        console.note(problem);
    const auto notes = workflow::classNotes(*evaluation, **project, *split);
    for (const std::string& note : notes)
        console.note(note);
    sayEvaluation(*evaluation, console);
    QJsonObject metrics;
    for (const Named& one : named(evaluation->summary))
        metrics[QLatin1String(one.name)] = toJson(one.estimate);
    console.result({{"run", text(run->id)},
                    {"split", text(evaluation->split)},
                    {"images", qint64(evaluation->data.size())},
                    {"metrics", metrics},
                    {"classes", cli::toJson(evaluation->classes)},
                    {"confusion", confusionToJson(evaluation->confusion)},
                    {"per_class", perClassToJson(*evaluation)},
                    {"mistakes", mistakesToJson(*evaluation)},
                    {"problems", cli::toJson(evaluation->problems)},
                    {"notes", cli::toJson(notes)}});
    return kDone;
}

} // namespace

Command evaluateCommand() {
    auto run = option("run", runHelp(), "RUN");
    run.setDefaultValue("last");
    auto split = option("split", translate("CommandLine", "Which images: val (the default), test or train."),
                        translate("CommandLine", "side"));
    split.setDefaultValue("val");
    return {"evaluate", translate("CommandLine", "How well a run does, with 95 % confidence intervals."),
            "PROJECT",  1,
            1,          {run, split},
            runEvaluate};
}

} // namespace graft::cli
