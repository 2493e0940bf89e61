#include "report/BarChart.h"
#include "report/Sections.h"
#include "report/Style.h"
#include "report/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace graft::report {

namespace {

/// How many images a run was checked on: the log says so, else what is known of the split now.
std::int64_t validationImages(const ReportInput& input, const runs::RunRecord& run) {
    if (const auto fact = run.facts.find("val_images"); fact != run.facts.end())
        return words::number(fact->second).value_or(0);
    for (const auto& evaluation : input.evaluations)
        if (evaluation.split == "val")
            return std::int64_t(evaluation.data.size());
    std::int64_t images = 0;
    for (const auto& row : input.dataset.classes)
        images += row.validation;
    return images;
}

/// The interval of a share that a log tells, if it is one of `images`: else the split was another one then.
metrics::Estimate withInterval(double share, std::int64_t images) {
    constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
    const double right = share * double(images);
    if (!std::isfinite(share) || images == 0 || share < 0 || share > 1 ||
        std::abs(right - std::round(right)) > 1e-3)
        return {share, kUndefined, kUndefined};
    return metrics::wilson(std::llround(right), images);
}

Headline headlineOf(const training::Evaluation& evaluation) {
    const auto& summary = evaluation.summary;
    Headline headline;
    headline.figure = words::percent(summary.accuracy.value);
    headline.sentence =
        QCoreApplication::translate("Report", "of %1 %2 right")
            .arg(words::count(std::int64_t(evaluation.data.size())), words::imagesOf(evaluation.split));
    headline.interval =
        QCoreApplication::translate("Report", "95 % interval %1").arg(words::interval(summary.accuracy));
    const auto add = [&](const QString& name, const metrics::Estimate& estimate) {
        headline.lesser.push_back({name, words::percent(estimate.value), words::interval(estimate)});
    };
    add(QCoreApplication::translate("Report", "Balanced accuracy"), summary.balancedAccuracy);
    add(QCoreApplication::translate("Report", "Mean F1"), summary.macroF1);
    add(QCoreApplication::translate("Report", "AUROC"), summary.auroc);
    add(QCoreApplication::translate("Report", "Calibration error"), summary.ece);
    return headline;
}

/// From the log alone.
std::optional<Headline> headlineOfLog(const ReportInput& input) {
    const auto accuracy = bestAccuracy(input, input.run);
    if (!std::isfinite(accuracy.value))
        return std::nullopt;
    Headline headline;
    headline.figure = words::percent(accuracy.value);
    headline.sentence =
        QCoreApplication::translate("Report", "of the validation images right in the best epoch");
    if (std::isfinite(accuracy.low))
        headline.interval =
            QCoreApplication::translate("Report", "95 % interval %1").arg(words::interval(accuracy));
    return headline;
}

/// The newest run of the same network that started the other way (pretrained, from scratch), with a result.
/// Null: none.
const runs::RunRecord* counterpart(const ReportInput& input) {
    const auto own = words::optionsOf(input.run);
    if (!own)
        return nullptr;
    const auto found = std::ranges::find_if(input.compared, [&](const runs::RunRecord& run) {
        const auto theirs = words::optionsOf(run);
        return theirs && theirs->model == own->model &&
               words::fromScratch(*theirs) != words::fromScratch(*own) &&
               std::isfinite(bestAccuracy(input, run).value);
    });
    return found == input.compared.end() ? nullptr : &*found;
}

/// `place`: of the run among the colours of the curves.
Bar barOf(const runs::RunRecord& run, const metrics::Estimate& accuracy, int place) {
    const QString name = QCoreApplication::translate("Report", "%1 (%2 epochs)")
                             .arg(words::runName(run), words::count(std::int64_t(run.epochs.size())));
    return {name, accuracy, QColor::fromRgb(style::kRunColors[place])};
}

/// What starting from pretrained weights is worth, where both ways were tried with the same network.
void addWorthOfPretraining(const ReportInput& input, Section& section) {
    const runs::RunRecord* other = counterpart(input);
    if (!other || !std::isfinite(bestAccuracy(input, input.run).value))
        return;
    const bool ownScratch = words::fromScratch(*words::optionsOf(input.run));
    const auto& pretrainedRun = ownScratch ? *other : input.run;
    const auto& scratchRun = ownScratch ? input.run : *other;
    const auto pretrained = bestAccuracy(input, pretrainedRun);
    const auto scratch = bestAccuracy(input, scratchRun);
    const QString points = words::decimal(100 * std::abs(pretrained.value - scratch.value), 1);
    const QString sentence =
        (pretrained.value >= scratch.value
             ? QCoreApplication::translate(
                   "Report",
                   "Of the validation images the same network gets %1 right when it is trained from "
                   "scratch, and %2 from pretrained weights: the pretraining is worth %3 "
                   "percentage points here.")
             : QCoreApplication::translate(
                   "Report",
                   "Of the validation images the same network gets %1 right when it is trained from "
                   "scratch, and %2 from pretrained weights: %3 percentage points less."))
            .arg(words::percent(scratch.value), words::percent(pretrained.value), points);
    const std::vector<Bar> bars{barOf(pretrainedRun, pretrained, ownScratch ? 1 : 0),
                                barOf(scratchRun, scratch, ownScratch ? 0 : 1)};
    section.blocks.emplace_back(Paragraph{sentence, Paragraph::Kind::Lead});
    section.blocks.emplace_back(
        Charts{{{QCoreApplication::translate("Report", "Validation accuracy, pretrained and from scratch"),
                 sentence, [bars](double width) { return drawBars(bars, width); }}}});
}

Paragraph note(const QString& text) {
    return {text, Paragraph::Kind::Note};
}

/// "Fold 2 of 5 of a cross-validation. …"
QString seriesSentence(const SeriesSummary& series) {
    const QString of =
        series.place.seeds == 1
            ? QCoreApplication::translate("Report", "Fold %1 of %2 of a cross-validation.")
        : series.place.folds == 1
            ? QCoreApplication::translate("Report", "Run %1 of %2 that differ in the seed.")
            : QCoreApplication::translate("Report", "Run %1 of %2 of a repeated cross-validation.");
    QString place = of.arg(series.place.number() + 1).arg(series.place.runs());
    if (!std::isfinite(series.accuracy.low))
        return place;
    return QCoreApplication::translate("Report",
                                       "%1 In %2 finished runs %3 of the validation images are right on "
                                       "average (95 % interval of the mean %4).")
        .arg(place, words::count(series.finished), words::percent(series.accuracy.value),
             words::interval(series.accuracy));
}

} // namespace

const training::Evaluation* mainEvaluation(const ReportInput& input) {
    const auto test = std::ranges::find(input.evaluations, "test", &training::Evaluation::split);
    if (test != input.evaluations.end())
        return &*test;
    return input.evaluations.empty() ? nullptr : &input.evaluations.front();
}

metrics::Estimate bestAccuracy(const ReportInput& input, const runs::RunRecord& run) {
    if (const auto known = input.validationAccuracy.find(run.id); known != input.validationAccuracy.end())
        return known->second;
    const auto* best = words::bestEpoch(run);
    const double share =
        best ? words::valueOf(*best, "val_accuracy") : std::numeric_limits<double>::quiet_NaN();
    return withInterval(share, validationImages(input, run));
}

Section resultSection(const ReportInput& input) {
    Section section{"result", QCoreApplication::translate("Report", "Result"), {}, {}};
    const training::Evaluation* evaluation = mainEvaluation(input);
    if (evaluation) {
        section.blocks.emplace_back(headlineOf(*evaluation));
        addWorthOfPretraining(input, section);
        if (evaluation->split == "val")
            section.blocks.emplace_back(note(QCoreApplication::translate(
                "Report", "The validation images also chose the best epoch, so the figure flatters "
                          "a little. Images set aside for a test would say what to expect.")));
    } else if (const auto headline = headlineOfLog(input)) {
        section.blocks.emplace_back(*headline);
        section.blocks.emplace_back(
            note(QCoreApplication::translate("Report", "This run has not been evaluated yet: its mistakes "
                                                       "and the figures of each class are not known.")));
    } else {
        section.blocks.emplace_back(
            Paragraph{QCoreApplication::translate(
                          "Report", "This run has no result: it ended before its first epoch was done."),
                      Paragraph::Kind::Lead});
    }
    if (input.series)
        section.blocks.emplace_back(Paragraph{seriesSentence(*input.series), Paragraph::Kind::Body});
    for (const std::string& missing : input.missing)
        section.blocks.emplace_back(note(QString::fromStdString(missing)));
    return section;
}

} // namespace graft::report
