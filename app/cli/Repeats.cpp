#include "cli/Repeats.h"

#include "cli/Command.h"
#include "cli/TrainPrinter.h"
#include "cli/Words.h"

#include "metrics/Repetition.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <map>
#include <vector>

namespace graft::cli {

namespace {

constexpr int kMostRepeats = 100;

/// Of the best epochs of all runs, by the name of the figure without "val_".
std::map<std::string, std::vector<double>>
validationFigures(const std::vector<training::RunOutcome>& outcomes) {
    std::map<std::string, std::vector<double>> figures;
    for (const auto& outcome : outcomes) {
        const runs::RunRecord& run = outcome.record;
        const auto best = std::ranges::find_if(
            run.epochs, [&](const runs::EpochRecord& epoch) { return epoch.epoch == run.bestEpoch; });
        if (best == run.epochs.end())
            continue;
        for (const auto& [name, value] : best->values)
            if (name.starts_with("val_"))
                figures[name.substr(4)].push_back(value);
    }
    return figures;
}

QJsonObject toJson(const std::vector<training::RunOutcome>& outcomes, std::uint64_t firstSeed) {
    QJsonObject object = outcomeToJson(outcomes.back());
    QJsonArray repeats;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const QJsonObject one = outcomeToJson(outcomes[i]);
        repeats.append(QJsonObject{{"seed", qint64(firstSeed + i)},
                                   {"run", one["run"]},
                                   {"val", one["val"]},
                                   {"seconds", one["seconds"]}});
    }
    QJsonObject mean;
    for (const auto& [name, values] : validationFigures(outcomes)) {
        const metrics::Estimate estimate = metrics::meanOfRuns(values);
        mean[text(name)] =
            QJsonObject{{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
    }
    object["repeats"] = repeats;
    object["val_mean"] = mean;
    return object;
}

std::string toText(const std::vector<training::RunOutcome>& outcomes, std::uint64_t firstSeed) {
    std::vector<std::vector<std::string>> rows;
    std::map<std::string, std::vector<double>> figures = validationFigures(outcomes);
    const std::vector<double>& accuracies = figures["accuracy"];
    for (std::size_t i = 0; i < outcomes.size() && i < accuracies.size(); ++i)
        rows.push_back({translate("CommandLine", "seed %1", {std::to_string(firstSeed + i)}),
                        outcomes[i].record.id, percent(accuracies[i])});
    const metrics::Estimate mean = metrics::meanOfRuns(accuracies);
    return table(rows) + "\n" +
           translate(
               "CommandLine",
               "Mean validation accuracy of %1 runs: %2; in brackets the 95 % confidence interval of the "
               "mean over seeds (%3 to %4).",
               {std::to_string(accuracies.size()), percent(mean.value), percent(mean.low),
                percent(mean.high)});
}

} // namespace

QList<QCommandLineOption> repeatArguments() {
    return {
        option("repeat",
               translate("CommandLine", "Train so many runs with seeds that count up from --seed, and say "
                                        "their mean and how far they vary."),
               translate("CommandLine", "number"))};
}

Result<int> repeatsOf(const QCommandLineParser& parser) {
    if (!parser.isSet("repeat"))
        return 1;
    bool isNumber = false;
    const int times = parser.value("repeat").toInt(&isNumber);
    if (!isNumber || times < 1 || times > kMostRepeats)
        return Error{translate("CommandLine", "--repeat takes a number from 1 to %1.",
                               {std::to_string(kMostRepeats)})};
    return times;
}

int trainRepeatedly(training::RunInput input, const project::Project& project, int times, Console& console) {
    const std::uint64_t firstSeed = input.options.seed;
    std::vector<training::RunOutcome> outcomes;
    for (int i = 0; i < times; ++i) {
        input.options.seed = firstSeed + std::uint64_t(i);
        console.note(
            translate("CommandLine", "Run %1 of %2, seed %3.",
                      {std::to_string(i + 1), std::to_string(times), std::to_string(input.options.seed)}));
        auto outcome = training::train(input, project.runsFolder(),
                                       TrainPrinter(console, input.options.epochs), console.stop());
        if (!outcome)
            return console.fail(outcome.error());
        const bool finished = outcome->record.state == runs::State::Finished;
        outcomes.push_back(*std::move(outcome));
        if (!finished)
            break;
    }
    console.say(toText(outcomes, firstSeed));
    console.result(toJson(outcomes, firstSeed));
    const runs::RunRecord& last = outcomes.back().record;
    if (last.state == runs::State::Finished)
        return kDone;
    console.note(last.message.empty() ? translate("CommandLine", "Stopped; the runs that were done are kept.")
                                      : last.message);
    return kFailed;
}

} // namespace graft::cli
