#include "cli/Repeats.h"

#include "cli/Command.h"
#include "cli/RunChoice.h"
#include "cli/TrainPrinter.h"
#include "cli/Words.h"

#include "metrics/Repetition.h"
#include "workflow/Series.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <vector>

namespace graft::cli {

namespace {

/// The runs of a series, as far as they are done.
struct Done {
    runs::Series place;
    training::RunOutcome outcome;
};

bool isFinished(const Done& done) {
    return done.outcome.record.state == runs::State::Finished;
}

std::string nameOf(const runs::Series& place) {
    const std::string seed = std::to_string(place.firstSeed + std::uint64_t(place.seed));
    return place.folds == 1
               ? translate("CommandLine", "seed %1", {seed})
               : translate("CommandLine", "seed %1, fold %2", {seed, std::to_string(place.fold + 1)});
}

/// As far as the log tells what the process knew that trained it.
training::RunOutcome outcomeOf(const runs::RunRecord& run) {
    training::RunOutcome outcome{.record = run};
    for (const runs::EpochRecord& epoch : run.epochs)
        outcome.seconds += epoch.seconds;
    const auto fact = [&](const char* name) {
        const auto found = run.facts.find(name);
        return found == run.facts.end() ? QString() : QString::fromStdString(found->second);
    };
    outcome.cachedPrefix = fact("cached_prefix") == QLatin1String("true");
    outcome.peakMemoryBytes = fact("peak_memory_bytes").toULongLong();
    return outcome;
}

workflow::SeriesState stateOf(const std::vector<Done>& done, std::vector<runs::RunRecord>& records) {
    for (const Done& one : done) {
        records.push_back(one.outcome.record);
        records.back().series = one.place;
    }
    return workflow::stateOf(done.front().place, records);
}

QJsonValue json(double value) {
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QJsonObject toJson(const std::vector<Done>& done) {
    QJsonObject object = outcomeToJson(done.back().outcome);
    QJsonArray repeats;
    for (const auto& [place, outcome] : done) {
        const QJsonObject one = outcomeToJson(outcome);
        QJsonObject row{{"seed", qint64(place.firstSeed + std::uint64_t(place.seed))},
                        {"run", one["run"]},
                        {"state", one["state"]},
                        {"val", one["val"]},
                        {"seconds", one["seconds"]}};
        if (place.folds > 1)
            row["fold"] = place.fold + 1;
        repeats.append(row);
    }
    std::vector<runs::RunRecord> records;
    QJsonObject mean;
    for (const auto& [name, values] : stateOf(done, records).figures()) {
        const metrics::Estimate estimate = metrics::meanOfRuns(values);
        mean[text(name)] = QJsonObject{
            {"value", json(estimate.value)}, {"low", json(estimate.low)}, {"high", json(estimate.high)}};
    }
    object["series"] = text(done.front().place.id);
    object["repeats"] = repeats;
    object["val_mean"] = mean;
    return object;
}

std::string toText(const std::vector<Done>& done) {
    std::vector<std::vector<std::string>> rows;
    rows.reserve(done.size());
    for (const auto& [place, outcome] : done)
        rows.push_back(
            {nameOf(place), outcome.record.id, percent(bestAccuracy(outcome.record).value_or(std::nan("")))});
    std::vector<runs::RunRecord> records;
    const auto state = stateOf(done, records);
    const metrics::Estimate mean = state.accuracy();
    if (!std::isfinite(mean.low))
        return table(rows);
    return table(rows) + "\n" +
           translate("CommandLine",
                     "Mean validation accuracy of %1 runs: %2; in brackets the 95 % confidence interval of "
                     "the mean (%3 to %4).",
                     {std::to_string(state.figures()["accuracy"].size()), percent(mean.value),
                      percent(mean.low), percent(mean.high)});
}

int sayAll(std::vector<Done> done, const project::Project& project, const Console& console) {
    const Done last = done.back();
    std::ranges::stable_sort(done, {}, [](const Done& one) { return one.place.number(); });
    if (const auto ended = std::ranges::find_if_not(done, isFinished); ended != done.end())
        std::rotate(ended, ended + 1, done.end()); // the one that a caller hears of
    console.say(toText(done));
    console.result(toJson(done));
    const runs::RunRecord& record = last.outcome.record;
    if (record.state == runs::State::Finished)
        return kDone;
    console.note(record.message.empty()
                     ? translate("CommandLine", "Stopped; the runs that were done are kept.")
                     : record.message);
    if (record.state == runs::State::Stopped)
        console.note(translate("CommandLine", "The series goes on with: graft train %1 --resume %2",
                               {shellWord(project.folder().string()), record.id}));
    return kFailed;
}

/// One run, or what is left of it.
Result<training::RunOutcome> trainOne(const training::RunInput& input, const project::Project& project,
                                      const runs::Series& place, const runs::RunRecord* begun,
                                      Console& console) {
    if (begun && begun->state == runs::State::Finished)
        return outcomeOf(*begun);
    console.note(
        translate("CommandLine", "Run %1 of %2: %3.",
                  {std::to_string(place.number() + 1), std::to_string(place.runs()), nameOf(place)}));
    const auto own = workflow::seriesInput(input, project, place);
    if (!own)
        return own.error();
    TrainPrinter printer(console, own->options);
    if (!begun)
        return training::train(*own, project.runsFolder(), printer, console.stop());
    console.note(translate("CommandLine", "Resuming %1.", {begun->id}));
    return training::resume(*own, begun->folder, printer, console.stop());
}

/// What is still to be done at the places of `state`, in the order of `places`. Ends with the first run that
/// does not finish.
int trainAll(const training::RunInput& input, const project::Project& project,
             const std::vector<runs::Series>& places, const workflow::SeriesState& state, Console& console) {
    std::vector<Done> done;
    for (const runs::Series& place : places) {
        auto outcome = trainOne(input, project, place, state.runs[std::size_t(place.number())], console);
        if (!outcome)
            return console.fail(outcome.error());
        done.push_back({place, *std::move(outcome)});
        if (!isFinished(done.back()))
            break;
    }
    return sayAll(std::move(done), project, console);
}

const runs::RunRecord* underWay(const workflow::SeriesState& state) {
    const auto found = std::ranges::find_if(
        state.runs, [](const runs::RunRecord* run) { return run && run->state == runs::State::Running; });
    return found == state.runs.end() ? nullptr : *found;
}

Result<int> numberOf(const QCommandLineParser& parser, const char* name, int least) {
    if (!parser.isSet(name))
        return 1;
    bool isNumber = false;
    const int number = parser.value(name).toInt(&isNumber);
    if (!isNumber || number < least || number > runs::Series::kMost)
        return Error{translate("CommandLine", "--%1 takes a number from %2 to %3.",
                               {name, std::to_string(least), std::to_string(runs::Series::kMost)})};
    return number;
}

} // namespace

QList<QCommandLineOption> repeatArguments() {
    const std::string number = translate("CommandLine", "number");
    return {
        option("repeat",
               translate("CommandLine", "Train so many runs with seeds that count up from --seed, and say "
                                        "their mean and how far they vary."),
               number),
        option("folds",
               translate("CommandLine",
                         "Cross-validate: so many runs, each with another part of the training and "
                         "validation images for validation; groups and copies stay together."),
               number)};
}

Result<Repeats> repeatsOf(const QCommandLineParser& parser) {
    const auto seeds = numberOf(parser, "repeat", 1), folds = numberOf(parser, "folds", 2);
    if (!seeds || !folds)
        return seeds ? folds.error() : seeds.error();
    return Repeats{*seeds, *folds};
}

int trainRepeatedly(const training::RunInput& input, const project::Project& project, const Repeats& wanted,
                    Console& console) {
    const auto places = workflow::planSeries(
        input, project, workflow::newSeries(input.options.seed, wanted.seeds, wanted.folds));
    if (!places)
        return console.fail(places.error());
    return trainAll(input, project, *places, workflow::stateOf(places->front(), {}), console);
}

int resumeSeries(const training::RunInput& input, const project::Project& project, const runs::RunRecord& run,
                 Console& console) {
    const auto all = runs::listRuns(project.runsFolder());
    workflow::SeriesState state = workflow::stateOf(*run.series, all);
    if (state.finished() == run.series->runs())
        return console.fail({translate("CommandLine",
                                       "All %1 runs of this series are finished; there is "
                                       "nothing to go on with. Train a new one.",
                                       {std::to_string(run.series->runs())})});
    const auto own = std::size_t(run.series->number());
    if (!state.runs[own] || state.runs[own]->state != runs::State::Finished)
        state.runs[own] = &run;
    if (const runs::RunRecord* running = underWay(state))
        return console.fail(
            {translate("CommandLine", "The run %1 of this series is under way in another window or program.",
                       {running->id})});
    auto places = workflow::planRest(input, project, state);
    if (!places)
        return console.fail(places.error());
    std::rotate(places->begin(), places->begin() + std::ptrdiff_t(own),
                places->begin() + std::ptrdiff_t(own) + 1); // the run itself first
    return trainAll(input, project, *places, state, console);
}

} // namespace graft::cli
