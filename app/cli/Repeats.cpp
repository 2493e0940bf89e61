#include "cli/Repeats.h"

#include "cli/Command.h"
#include "cli/TrainPrinter.h"
#include "cli/Words.h"

#include "metrics/Repetition.h"
#include "workflow/Folds.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace graft::cli {

namespace {

constexpr int kMostRepeats = 100;

/// One of the runs, before and after it.
struct Repeat {
    training::RunInput input;
    int fold = 0; ///< from 1; 0: none
    std::optional<training::RunOutcome> outcome{};
};

Result<std::vector<Repeat>> planRepeats(const training::RunInput& input, const project::Project& project,
                                        const Repeats& wanted) {
    std::vector<Repeat> repeats;
    for (int seed = 0; seed < wanted.seeds; ++seed) {
        training::RunInput seeded = input;
        seeded.options.seed += std::uint64_t(seed);
        if (wanted.folds == 1) {
            repeats.push_back({std::move(seeded)});
            continue;
        }
        auto folds = workflow::foldsOf(seeded, project, wanted.folds);
        if (!folds)
            return folds.error();
        for (std::size_t fold = 0; fold < folds->size(); ++fold)
            repeats.push_back({std::move((*folds)[fold]), int(fold) + 1});
    }
    return repeats;
}

std::string nameOf(const Repeat& repeat) {
    const std::string seed = std::to_string(repeat.input.options.seed);
    return repeat.fold == 0
               ? translate("CommandLine", "seed %1", {seed})
               : translate("CommandLine", "seed %1, fold %2", {seed, std::to_string(repeat.fold)});
}

const runs::EpochRecord* bestOf(const runs::RunRecord& run) {
    const auto best = std::ranges::find_if(
        run.epochs, [&](const runs::EpochRecord& epoch) { return epoch.epoch == run.bestEpoch; });
    return best == run.epochs.end() ? nullptr : &*best;
}

/// Of the best epochs of all runs, by the name of the figure without "val_".
std::map<std::string, std::vector<double>> validationFigures(const std::vector<Repeat>& done) {
    std::map<std::string, std::vector<double>> figures;
    for (const Repeat& repeat : done)
        if (const auto* best = bestOf(repeat.outcome->record))
            for (const auto& [name, value] : best->values)
                if (name.starts_with("val_"))
                    figures[name.substr(4)].push_back(value);
    return figures;
}

QJsonObject toJson(const std::vector<Repeat>& done) {
    QJsonObject object = outcomeToJson(*done.back().outcome);
    QJsonArray repeats;
    for (const Repeat& repeat : done) {
        const QJsonObject one = outcomeToJson(*repeat.outcome);
        QJsonObject row{{"seed", qint64(repeat.input.options.seed)},
                        {"run", one["run"]},
                        {"val", one["val"]},
                        {"seconds", one["seconds"]}};
        if (repeat.fold > 0)
            row["fold"] = repeat.fold;
        repeats.append(row);
    }
    QJsonObject mean;
    for (const auto& [name, values] : validationFigures(done)) {
        const metrics::Estimate estimate = metrics::meanOfRuns(values);
        mean[text(name)] =
            QJsonObject{{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
    }
    object["repeats"] = repeats;
    object["val_mean"] = mean;
    return object;
}

std::string toText(const std::vector<Repeat>& done) {
    std::vector<std::vector<std::string>> rows;
    std::vector<double> accuracies;
    for (const Repeat& repeat : done) {
        const auto* best = bestOf(repeat.outcome->record);
        const auto accuracy = best ? best->values.find("val_accuracy") : decltype(best->values.end()){};
        if (!best || accuracy == best->values.end())
            continue;
        accuracies.push_back(accuracy->second);
        rows.push_back({nameOf(repeat), repeat.outcome->record.id, percent(accuracy->second)});
    }
    const metrics::Estimate mean = metrics::meanOfRuns(accuracies);
    return table(rows) + "\n" +
           translate(
               "CommandLine",
               "Mean validation accuracy of %1 runs: %2; in brackets the 95 % confidence interval of the "
               "mean (%3 to %4).",
               {std::to_string(accuracies.size()), percent(mean.value), percent(mean.low),
                percent(mean.high)});
}

Result<int> numberOf(const QCommandLineParser& parser, const char* name, int least) {
    if (!parser.isSet(name))
        return 1;
    bool isNumber = false;
    const int number = parser.value(name).toInt(&isNumber);
    if (!isNumber || number < least || number > kMostRepeats)
        return Error{translate("CommandLine", "--%1 takes a number from %2 to %3.",
                               {name, std::to_string(least), std::to_string(kMostRepeats)})};
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
    auto planned = planRepeats(input, project, wanted);
    if (!planned)
        return console.fail(planned.error());
    std::vector<Repeat> done;
    for (Repeat& repeat : *planned) {
        console.note(
            translate("CommandLine", "Run %1 of %2: %3.",
                      {std::to_string(done.size() + 1), std::to_string(planned->size()), nameOf(repeat)}));
        auto outcome = training::train(repeat.input, project.runsFolder(),
                                       TrainPrinter(console, repeat.input.options.epochs), console.stop());
        if (!outcome)
            return console.fail(outcome.error());
        repeat.outcome = *std::move(outcome);
        done.push_back(std::move(repeat));
        if (done.back().outcome->record.state != runs::State::Finished)
            break;
    }
    console.say(toText(done));
    console.result(toJson(done));
    const runs::RunRecord& last = done.back().outcome->record;
    if (last.state == runs::State::Finished)
        return kDone;
    console.note(last.message.empty() ? translate("CommandLine", "Stopped; the runs that were done are kept.")
                                      : last.message);
    return kFailed;
}

} // namespace graft::cli
