#include "cli/TrainOptions.h"

#include "cli/AugmentArguments.h"
#include "cli/LearnOptions.h"
#include "cli/Repeats.h"
#include "cli/RunChoice.h"
#include "cli/TrainPrinter.h"
#include "cli/WeightsWords.h"
#include "cli/Words.h"

#include "training/RateFinder.h"
#include "training/Training.h"

#include <algorithm>

namespace graft::cli {

namespace {

using training::RunInput;
using training::RunOutcome;
using training::TrainingOptions;

/// A snapshot of the project with the weights, which are fetched only once all else is known to be in order.
Result<RunInput> prepare(const project::Project& project, const zoo::Zoo& zoo, const TrainingOptions& options,
                         const Console& console) {
    TrainingOptions withoutWeights = options;
    withoutWeights.weights = "none";
    withoutWeights.recipe = "custom"; // another one cannot do without
    auto input = workflow::prepareRun(project, zoo, withoutWeights);
    if (!input)
        return input;
    input->options.weights = options.weights;
    input->options.recipe = options.recipe;
    if (options.weights.empty() || options.weights == "none")
        return input;
    const zoo::WeightsEntry* entry = zoo.entry(options.weights);
    if (!entry || entry->model != options.model)
        return Error{translate("CommandLine",
                               "The weights “%1” of this run are not in the catalogue of this program.",
                               {options.weights})};
    const auto stored = obtain(*entry, zoo, console);
    if (!stored && !console.stopped())
        return Error{
            translate("CommandLine", "%1 Or train from scratch: --weights none.", {stored.error().message}),
            stored.error().detail};
    if (!stored)
        return stored.error();
    input->weights = workflow::pretrained(*entry, *stored);
    return input;
}

int sayOutcome(const Result<RunOutcome>& outcome, const std::string& projectFolder, const Console& console) {
    if (!outcome)
        return console.fail(outcome.error());
    const runs::RunRecord& run = outcome->record;
    console.say(outcomeText(*outcome, projectFolder));
    console.result(outcomeToJson(*outcome));
    if (run.state == runs::State::Finished)
        return kDone;
    if (!run.message.empty())
        console.note(run.message);
    if (run.state == runs::State::Stopped)
        console.note(translate(
            "CommandLine",
            "The run was stopped; what is done is kept. It goes on with: graft train %1 --resume %2",
            {shellWord(projectFolder), run.id}));
    return kFailed;
}

/// A run goes on with the options it began with.
std::string optionBesideResume(const QCommandLineParser& parser) {
    for (const QString& name : parser.optionNames())
        if (name != "resume" && name != "json" && name != "verbose")
            return name.toStdString();
    return {};
}

int resumeRun(const QCommandLineParser& parser, Console& console, const project::Project& project,
              const zoo::Zoo& zoo) {
    if (const std::string other = optionBesideResume(parser); !other.empty())
        return console.wrongUsage(translate(
            "CommandLine", "A resumed run keeps the options it began with: leave out --%1.", {other}));
    const auto run = chooseRun(project, valueOf(parser, "resume"), Last::Any);
    if (!run)
        return console.fail(run.error());
    auto options = training::optionsFromJson(run->optionsJson);
    if (!options)
        return console.fail(options.error());

    const auto input = prepare(project, zoo, *options, console);
    if (!input)
        return console.fail(input.error());
    if (run->series)
        return resumeSeries(*input, project, *run, console);
    console.note(translate("CommandLine", "Resuming %1.", {run->id}));
    return sayOutcome(training::resume(*input, run->folder, TrainPrinter(console, *options), console.stop()),
                      project.folder().string(), console);
}

/// Tries learning rates instead of training.
int findRate(const RunInput& input, const Console& console) {
    const auto sweep = training::findLearningRate(input, console.monitor());
    if (!sweep)
        return console.fail(sweep.error());
    QJsonArray points;
    for (const auto& point : sweep->points) {
        points.append(QJsonObject{{"rate", point.rate}, {"loss", point.loss}});
        console.say(translate("CommandLine", "rate %1  loss %2",
                              {QString::number(point.rate, 'g', 3).toStdString(), decimal(point.loss, 4)}));
    }
    if (sweep->headRate)
        console.say(translate("CommandLine", "The loss falls fastest at: --head-lr %1 --lr %2",
                              {QString::number(*sweep->headRate, 'g', 2).toStdString(),
                               QString::number(sweep->blockRate, 'g', 2).toStdString()}));
    else
        console.say(translate("CommandLine", "The loss fell at no learning rate, so none is suggested."));
    console.result({{"points", points},
                    {"head_lr", sweep->headRate ? QJsonValue(*sweep->headRate) : QJsonValue()},
                    {"lr", sweep->headRate ? QJsonValue(sweep->blockRate) : QJsonValue()}});
    return kDone;
}

int runTrain(const QCommandLineParser& parser, Console& console) {
    const auto project = project::Project::open(projectArgument(parser), project::Access::ReadOnly);
    if (!project)
        return console.fail(project.error());
    const auto zoo = zoo::Zoo::openDefault();
    if (!zoo)
        return console.fail(zoo.error());
    if (has(parser, "resume"))
        return resumeRun(parser, console, **project, *zoo);
    const auto options = readTrainOptions(parser, **project, *zoo);
    if (!options)
        return console.wrongUsage(options.error());
    const auto repeats = repeatsOf(parser);
    if (!repeats)
        return console.wrongUsage(repeats.error());
    const auto input = prepare(**project, *zoo, *options, console);
    if (!input)
        return console.fail(input.error());
    if (has(parser, "find-lr"))
        return findRate(*input, console);
    if (repeats->seeds > 1 || repeats->folds > 1)
        return trainRepeatedly(*input, **project, *repeats, console);
    return sayOutcome(
        training::train(*input, (*project)->runsFolder(), TrainPrinter(console, *options), console.stop()),
        (*project)->folder().string(), console);
}

} // namespace

Command trainCommand() {
    QList<QCommandLineOption> options =
        trainOptions() + augmentArguments() + learnOptions() + repeatArguments();
    options.append(
        option("resume",
               translate("CommandLine",
                         "Go on with a run that was stopped or broke off; “last” is the newest. Where "
                         "it belongs to --repeat or --folds, the rest of the series follows."),
               "RUN"));
    options.append(
        option("find-lr",
               translate("CommandLine", "Train nothing: try learning rates on a copy and say at which the "
                                        "loss falls fastest.")));
    return {"train",
            translate("CommandLine", "Train a model: one run, from pretrained weights or from scratch."),
            "PROJECT",
            1,
            1,
            options,
            runTrain,
            translate("CommandLine", "Ctrl-C stops the run and keeps what is done.")};
}

} // namespace graft::cli
