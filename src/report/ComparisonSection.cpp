#include "report/Sections.h"
#include "report/Words.h"

#include <QCoreApplication>

#include <cmath>

namespace graft::report {

namespace {

constexpr std::size_t kMostRuns = 12;

double secondsOf(const runs::RunRecord& run) {
    double seconds = 0;
    for (const auto& epoch : run.epochs)
        seconds += epoch.seconds;
    return seconds;
}

/// "5 : 2, p = 0.45"
QString pairedText(const ReportInput& input, const runs::RunRecord& run) {
    const auto found = input.paired.find(run.id);
    if (found == input.paired.end())
        return QStringLiteral("–");
    const training::Paired& paired = found->second;
    const double p = paired.p;
    const QString chance = p < 0.001 ? QStringLiteral("p < %1").arg(words::decimal(0.001, 3))
                                     : QStringLiteral("p = %1").arg(words::decimal(p, 3));
    return QStringLiteral("%1 : %2, %3")
        .arg(words::count(paired.onlyFirst), words::count(paired.onlySecond), chance);
}

std::vector<Cell> rowOf(const ReportInput& input, const runs::RunRecord& run, bool own) {
    const auto accuracy = bestAccuracy(input, run);
    const auto* best = words::bestEpoch(run);
    const auto interval = std::isfinite(accuracy.value) ? std::optional(accuracy) : std::nullopt;
    return {{words::runName(run), {}, {}, own},
            {words::dateTime(words::started(run))},
            {words::count(std::int64_t(run.epochs.size()))},
            {best ? words::count(best->epoch) : QStringLiteral("–")},
            {best ? words::decimal(words::valueOf(*best, "val_loss"), 3) : QStringLiteral("–")},
            {words::estimate(accuracy), interval, {}, own},
            {own ? QString() : pairedText(input, run)},
            {words::duration(secondsOf(run))}};
}

} // namespace

std::optional<Section> comparisonSection(const ReportInput& input) {
    if (input.compared.empty())
        return std::nullopt;
    Section section{"comparison",
                    QCoreApplication::translate("Report", "Beside other runs"),
                    QCoreApplication::translate(
                        "Report",
                        "The runs of this project, each with its best epoch. Where two intervals "
                        "overlap widely, the difference may be chance. Right by one alone: the validation "
                        "images that only the run of this report gets right, and those that only the "
                        "other one does; p is how often chance would make them as unequal if both "
                        "were equally good (McNemar's exact test)."),
                    {}};
    Table table{QCoreApplication::translate("Report", "Runs of the project"),
                {{QCoreApplication::translate("Report", "Run")},
                 {QCoreApplication::translate("Report", "Started")},
                 {QCoreApplication::translate("Report", "Epochs"), true},
                 {QCoreApplication::translate("Report", "Best epoch"), true},
                 {QCoreApplication::translate("Report", "Validation loss"), true},
                 {QCoreApplication::translate("Report", "Validation accuracy"), true},
                 {QCoreApplication::translate("Report", "Right by one alone"), true},
                 {QCoreApplication::translate("Report", "Time"), true}},
                {rowOf(input, input.run, true)}};
    for (std::size_t i = 0; i < input.compared.size() && i < kMostRuns; ++i)
        table.rows.push_back(rowOf(input, input.compared[i], false));
    section.blocks.emplace_back(std::move(table));
    return section;
}

} // namespace graft::report
