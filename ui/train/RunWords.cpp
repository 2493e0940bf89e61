#include "ui/train/RunWords.h"

#include "graph/Architectures.h"
#include "training/Training.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace graft::ui::run_words {
namespace {

training::TrainingOptions optionsOf(const runs::RunRecord& run) {
    auto options = training::optionsFromJson(run.optionsJson);
    return options ? *options : training::TrainingOptions{};
}

} // namespace

QString modelTitle(const std::string& model) {
    const graph::Architecture* architecture = graph::findArchitecture(model);
    return QString::fromStdString(architecture ? architecture->title : model);
}

QString recipeTitle(const training::TrainingOptions& options) {
    if (options.recipe == "quick")
        return QCoreApplication::translate("RunWords", "Quick");
    if (options.recipe == "best")
        return QCoreApplication::translate("RunWords", "Best");
    return QCoreApplication::translate("RunWords", "Custom");
}

QString startingPoint(const training::TrainingOptions& options) {
    if (options.weights.empty() || options.weights == "none")
        return QCoreApplication::translate("RunWords", "from scratch");
    if (options.freeze == "all")
        return QCoreApplication::translate("RunWords", "all frozen but the head");
    if (options.freeze == "none")
        return QCoreApplication::translate("RunWords", "nothing frozen");
    const auto choice = graph::FreezeChoice::read(options.freeze);
    const QString alone = QString::fromStdString(graph::aloneLabel(choice));
    if (choice.upTo == "none")
        return QCoreApplication::translate("RunWords", "only %1 frozen").arg(alone);
    const QString upTo = QString::fromStdString(graph::blockLabel(choice.upTo));
    return choice.alone.empty()
               ? QCoreApplication::translate("RunWords", "frozen up to %1").arg(upTo)
               : QCoreApplication::translate("RunWords", "frozen up to %1, and %2").arg(upTo, alone);
}

QDateTime started(const std::string& runId) {
    return QDateTime::fromString(QString::fromStdString(runId).left(15), QStringLiteral("yyyyMMdd-HHmmss"));
}

QString title(const runs::RunRecord& run) {
    const QString model = modelTitle(optionsOf(run).model);
    const QDateTime when = started(run.id);
    return when.isValid()
               ? QStringLiteral("%1 · %2").arg(model, QLocale().toString(when, QStringLiteral("d MMM hh:mm")))
               : QString::fromStdString(run.id);
}

QString state(runs::State state) {
    switch (state) {
    case runs::State::Running:
        return QCoreApplication::translate("RunWords", "Running");
    case runs::State::Finished:
        return QCoreApplication::translate("RunWords", "Finished");
    case runs::State::Stopped:
        return QCoreApplication::translate("RunWords", "Stopped");
    case runs::State::Failed:
        return QCoreApplication::translate("RunWords", "Failed");
    case runs::State::Interrupted:
        return QCoreApplication::translate("RunWords", "Interrupted");
    }
    return {};
}

QString place(const runs::Series& series) {
    const QString of = series.seeds == 1   ? QCoreApplication::translate("RunWords", "fold %1 of %2")
                       : series.folds == 1 ? QCoreApplication::translate("RunWords", "seed %1 of %2")
                                           : QCoreApplication::translate("RunWords", "run %1 of %2");
    return of.arg(series.number() + 1).arg(series.runs());
}

QString summary(const runs::RunRecord& run) {
    QStringList parts{state(run.state)};
    if (run.series)
        parts << place(*run.series);
    if (const auto best = bestAccuracy(run))
        parts << QCoreApplication::translate("RunWords", "best %1").arg(percent(*best));
    parts << (run.state == runs::State::Finished
                  ? (run.epochs.size() == 1
                         ? QCoreApplication::translate("RunWords", "1 epoch")
                         : QCoreApplication::translate("RunWords", "%1 epochs").arg(run.epochs.size()))
                  : QCoreApplication::translate("RunWords", "%1 of %2 epochs")
                        .arg(run.epochs.size())
                        .arg(optionsOf(run).epochs));
    return parts.join(QStringLiteral(" · "));
}

bool keepsOtherWeights(const training::TrainingOptions& options) {
    return options.recipe != "quick" &&
           (options.learning.averageDecay > 0 || options.learning.startShare > 0);
}

std::optional<double> value(const runs::EpochRecord& epoch, const char* name) {
    const auto found = epoch.values.find(name);
    return found == epoch.values.end() || !std::isfinite(found->second) ? std::nullopt
                                                                        : std::optional(found->second);
}

const runs::EpochRecord* bestEpoch(const std::vector<runs::EpochRecord>& epochs, std::optional<int> best) {
    const auto found =
        std::ranges::find_if(epochs, [&](const auto& record) { return best && record.epoch == *best; });
    return found == epochs.end() ? nullptr : &*found;
}

std::optional<double> bestAccuracy(const runs::RunRecord& run) {
    const runs::EpochRecord* best = bestEpoch(run.epochs, run.bestEpoch);
    return best ? value(*best, "val_accuracy") : std::nullopt;
}

bool resumable(const runs::RunRecord& run) {
    const bool failed = run.state == runs::State::Failed && training::hasCheckpoint(run.folder);
    const bool broken = failed || run.state == runs::State::Interrupted || run.state == runs::State::Stopped;
    return broken && int(run.epochs.size()) < optionsOf(run).epochs;
}

bool evaluable(const runs::RunRecord& run) {
    return run.bestEpoch.has_value() && run.state != runs::State::Running;
}

QString percent(double fraction) {
    return std::isfinite(fraction) ? QLocale().toString(100 * fraction, 'f', 1) + QStringLiteral("\u202f%")
                                   : QStringLiteral("–");
}

} // namespace graft::ui::run_words
