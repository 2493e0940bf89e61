#include "cli/TrainPrinter.h"

#include "cli/RunChoice.h"
#include "cli/Words.h"

#include <limits>
#include <numeric>

namespace graft::cli {

namespace {

double valueOr(const runs::EpochRecord& epoch, const char* name) {
    const auto found = epoch.values.find(name);
    return found == epoch.values.end() ? std::numeric_limits<double>::quiet_NaN() : found->second;
}

/// "val_accuracy" → "accuracy".
QJsonObject validationOf(const runs::EpochRecord* epoch) {
    QJsonObject values;
    const std::string prefix = "val_";
    if (epoch)
        for (const auto& [name, value] : epoch->values)
            if (name.starts_with(prefix))
                values[text(name.substr(prefix.size()))] = value;
    return values;
}

QJsonArray epochsToJson(const runs::RunRecord& run) {
    QJsonArray epochs;
    for (const runs::EpochRecord& epoch : run.epochs) {
        QJsonObject object{{"epoch", epoch.epoch}, {"seconds", epoch.seconds}};
        for (const auto& [name, value] : epoch.values)
            object[text(name)] = value;
        epochs.append(object);
    }
    return epochs;
}

double secondsPerEpoch(const runs::RunRecord& run) {
    const double all =
        std::accumulate(run.epochs.begin(), run.epochs.end(), 0.0,
                        [](double sum, const runs::EpochRecord& epoch) { return sum + epoch.seconds; });
    return run.epochs.empty() ? 0 : all / double(run.epochs.size());
}

} // namespace

void TrainPrinter::operator()(const training::Preparing& preparing) {
    m_monitor.report(preparing.done, preparing.total, preparing.activity);
}

void TrainPrinter::operator()(const training::StepFinished& step) {
    m_monitor.report(
        step.step, step.steps,
        translate("CommandLine", "Epoch %1/%2, loss %3, step",
                  {std::to_string(step.epoch), std::to_string(m_epochs), decimal(step.loss, 3)}));
}

void TrainPrinter::operator()(const training::EpochFinished& epoch) {
    std::string line = translate(
        "CommandLine", "Epoch %1/%2: loss %3, validation loss %4, validation accuracy %5, %6",
        {std::to_string(epoch.record.epoch), std::to_string(m_epochs),
         decimal(valueOr(epoch.record, "train_loss"), 3), decimal(valueOr(epoch.record, "val_loss"), 3),
         percent(valueOr(epoch.record, "val_accuracy")), duration(epoch.record.seconds)});
    if (m_classesAlike)
        line += translate("CommandLine", ", balanced accuracy %1",
                          {percent(valueOr(epoch.record, "val_balanced_accuracy"))});
    if (epoch.best)
        line += translate("CommandLine", ", kept so far");
    if (epoch.secondsLeft >= 1)
        line += translate("CommandLine", "; about %1 left", {duration(epoch.secondsLeft)});
    m_console.note(line);
}

void TrainPrinter::operator()(const training::Noted& noted) {
    m_console.note(noted.sentence);
}

QJsonObject outcomeToJson(const training::RunOutcome& outcome) {
    const runs::RunRecord& run = outcome.record;
    const runs::EpochRecord* best = bestEpoch(run);
    QJsonObject object{{"run", text(run.id)},
                       {"state", text(std::string(runs::name(run.state)))},
                       {"folder", text(run.folder.string())},
                       {"model", text(modelOf(run))},
                       {"epochs", qint64(run.epochs.size())},
                       {"best_epoch", run.bestEpoch ? QJsonValue(*run.bestEpoch) : QJsonValue()},
                       {"train_loss", best ? QJsonValue(valueOr(*best, "train_loss")) : QJsonValue()},
                       {"val", validationOf(best)},
                       {"seconds", outcome.seconds},
                       {"seconds_per_epoch", secondsPerEpoch(run)},
                       {"cached_prefix", outcome.cachedPrefix},
                       {"peak_memory_bytes", qint64(outcome.peakMemoryBytes)},
                       {"history", epochsToJson(run)},
                       {"notes", toJson(run.notes)}};
    return object;
}

std::string outcomeText(const training::RunOutcome& outcome, const std::string& projectFolder) {
    const runs::RunRecord& run = outcome.record;
    const runs::EpochRecord* best = bestEpoch(run);
    std::string line = translate("CommandLine", "Run %1: %2 epochs in %3.",
                                 {run.id, std::to_string(run.epochs.size()), duration(outcome.seconds)});
    if (best)
        line += translate("CommandLine", " Best is epoch %1 with a validation accuracy of %2.",
                          {std::to_string(best->epoch), percent(valueOr(*best, "val_accuracy"))});
    if (run.state == runs::State::Finished)
        line += translate("CommandLine", "\nLook closer: graft evaluate %1 --run %2",
                          {shellWord(projectFolder), run.id});
    return line;
}

} // namespace graft::cli
