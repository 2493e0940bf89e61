#include "report/CurveChart.h"
#include "report/Sections.h"
#include "report/Style.h"
#include "report/Words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace graft::report {

namespace {

constexpr std::size_t kMostEpochRows = 60;

struct Quantity {
    QString name;
    const char* training;
    const char* validation;
    bool share;
};

std::vector<QPointF> pointsOf(const runs::RunRecord& run, const char* value) {
    std::vector<QPointF> points;
    for (const auto& epoch : run.epochs)
        points.emplace_back(epoch.epoch, words::valueOf(epoch, value));
    return points;
}

/// With the time where another run of the report has the same name.
QString labelOf(const ReportInput& input, const runs::RunRecord& run) {
    const QString name = words::runName(run);
    const auto sameName = [&](const runs::RunRecord& other) {
        return other.id != run.id && words::runName(other) == name;
    };
    if (!sameName(input.run) && std::ranges::none_of(input.compared, sameName))
        return name;
    return QStringLiteral("%1 (%2)").arg(name, words::dateTime(words::started(run)));
}

/// Both lines of a run. The training line of a compared run is left out where there are several.
void addRun(std::vector<Curve>& curves, const ReportInput& input, const runs::RunRecord& run,
            const Quantity& quantity, int place, bool withTraining) {
    const QColor color = QColor::fromRgb(style::kRunColors[place % style::kRunColorCount]);
    const QString name = labelOf(input, run);
    const auto best = run.bestEpoch ? std::optional<double>(*run.bestEpoch) : std::nullopt;
    curves.push_back({QCoreApplication::translate("Report", "%1: validation").arg(name), color, false,
                      pointsOf(run, quantity.validation), best});
    if (withTraining)
        curves.push_back({QCoreApplication::translate("Report", "%1: training").arg(name), color, true,
                          pointsOf(run, quantity.training), std::nullopt});
}

CurveSet curvesOf(const ReportInput& input, const Quantity& quantity) {
    const auto others = comparedCurves(input);
    CurveSet set{quantity.name, quantity.share, {}};
    addRun(set.curves, input, input.run, quantity, 0, true);
    for (std::size_t i = 0; i < others.size(); ++i)
        addRun(set.curves, input, *others[i], quantity, int(i) + 1, others.size() == 1);
    return set;
}

bool hasPoints(const CurveSet& set) {
    return std::ranges::any_of(set.curves, [](const Curve& curve) {
        return std::ranges::any_of(curve.points,
                                   [](const QPointF& point) { return std::isfinite(point.y()); });
    });
}

/// First and last value of every line, in words.
QString described(const CurveSet& set) {
    QStringList sentences;
    for (const Curve& curve : set.curves) {
        if (curve.points.empty())
            continue;
        const auto value = [&](const QPointF& point) {
            return set.share ? words::percent(point.y()) : words::decimal(point.y(), 3);
        };
        sentences << QCoreApplication::translate("Report", "%1 from %2 in epoch %3 to %4 in epoch %5.")
                         .arg(curve.name, value(curve.points.front()),
                              words::count(qint64(curve.points.front().x())), value(curve.points.back()),
                              words::count(qint64(curve.points.back().x())));
    }
    return sentences.join(QChar(' '));
}

Chart chartOf(CurveSet set) {
    const QString description = described(set);
    return {QCoreApplication::translate("Report", "%1 per epoch").arg(set.quantity), description,
            [set = std::move(set)](double width) { return drawCurves(set, width); }};
}

Table epochTable(const runs::RunRecord& run) {
    Table table{QCoreApplication::translate("Report", "Every epoch"),
                {{QCoreApplication::translate("Report", "Epoch"), true},
                 {QCoreApplication::translate("Report", "Training loss"), true},
                 {QCoreApplication::translate("Report", "Validation loss"), true},
                 {QCoreApplication::translate("Report", "Training accuracy"), true},
                 {QCoreApplication::translate("Report", "Validation accuracy"), true},
                 {QCoreApplication::translate("Report", "Balanced accuracy"), true},
                 {QCoreApplication::translate("Report", "Time"), true}},
                {},
                true};
    // Of very long runs every nth, and always the best and the last.
    const std::size_t every = (run.epochs.size() + kMostEpochRows - 1) / kMostEpochRows;
    for (std::size_t i = 0; i < run.epochs.size(); ++i) {
        const auto& epoch = run.epochs[i];
        const bool best = run.bestEpoch == epoch.epoch;
        if (i % every != 0 && !best && i + 1 != run.epochs.size())
            continue;
        std::vector<Cell> row{{words::count(epoch.epoch)},
                              {words::decimal(words::valueOf(epoch, "train_loss"), 4)},
                              {words::decimal(words::valueOf(epoch, "val_loss"), 4)},
                              {words::percent(words::valueOf(epoch, "train_accuracy"))},
                              {words::percent(words::valueOf(epoch, "val_accuracy"))},
                              {words::percent(words::valueOf(epoch, "val_balanced_accuracy"))},
                              {words::duration(epoch.seconds)}};
        for (Cell& cell : row)
            cell.strong = best;
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// That an epoch with more right was not kept, and why; nothing where none was.
QString higherNotKept(const runs::RunRecord& run) {
    const auto options = words::optionsOf(run);
    const runs::EpochRecord* best = words::bestEpoch(run);
    if (!options || !best || !options->learning.keepLatest || options->recipe == "quick")
        return {};
    const bool balanced =
        training::countsClassesAlike(*options) && best->values.contains("val_balanced_accuracy");
    const char* decides = balanced ? "val_balanced_accuracy" : "val_accuracy";
    const runs::EpochRecord* before = runs::highestBefore(run.epochs, best->epoch, decides);
    if (!before || !(words::valueOf(*before, decides) > words::valueOf(*best, decides)))
        return {};
    return (balanced
                ? QCoreApplication::translate(
                      "Report", "Epoch %1 is kept. Epoch %2 had a little higher balanced accuracy, by so "
                                "few images that it may be chance; of such epochs the latest has learnt "
                                "most.")
                : QCoreApplication::translate(
                      "Report", "Epoch %1 is kept. Epoch %2 had a little more right, by so few images "
                                "that it may be chance; of such epochs the latest has learnt most."))
        .arg(words::count(best->epoch), words::count(before->epoch));
}

/// Lower is better: how far a run is from being the natural comparison.
int distance(const runs::RunRecord& run, const runs::RunRecord& own) {
    const auto theirs = words::optionsOf(run);
    const auto options = words::optionsOf(own);
    if (!theirs || !options)
        return 4;
    const bool otherStart = words::fromScratch(*theirs) != words::fromScratch(*options);
    return (otherStart ? 0 : 2) + (theirs->model == options->model ? 0 : 1);
}

} // namespace

std::vector<const runs::RunRecord*> comparedCurves(const ReportInput& input) {
    std::vector<const runs::RunRecord*> runs;
    for (const auto& run : input.compared)
        if (!run.epochs.empty())
            runs.push_back(&run);
    std::ranges::stable_sort(runs, {}, [&](const runs::RunRecord* run) { return distance(*run, input.run); });
    runs.resize(std::min(runs.size(), std::size_t(style::kRunColorCount - 1)));
    return runs;
}

std::optional<Section> learningSection(const ReportInput& input) {
    if (input.run.epochs.empty())
        return std::nullopt;
    Section section{"learning",
                    QCoreApplication::translate("Report", "How it learned"),
                    QCoreApplication::translate(
                        "Report", "One epoch shows the network every training image once. Where the training "
                                  "line goes on improving and the validation line does not, it only learns "
                                  "its own images by heart. The ring is the epoch that was kept."),
                    {}};
    const Quantity accuracy{QCoreApplication::translate("Report", "Accuracy"), "train_accuracy",
                            "val_accuracy", true};
    const Quantity loss{QCoreApplication::translate("Report", "Loss"), "train_loss", "val_loss", false};
    if (const QString sentence = higherNotKept(input.run); !sentence.isEmpty())
        section.blocks.emplace_back(Paragraph{sentence, Paragraph::Kind::Body});
    Charts charts;
    std::vector<Curve> legend;
    for (const Quantity& quantity : {accuracy, loss}) {
        auto set = curvesOf(input, quantity);
        if (!hasPoints(set))
            continue;
        legend = set.curves;
        charts.charts.push_back(chartOf(std::move(set)));
    }
    if (!charts.charts.empty()) {
        section.blocks.emplace_back(std::move(charts));
        Chart names{QCoreApplication::translate("Report", "Legend"), {}, [legend](double width) {
                        return drawLegend(legend, width);
                    }};
        for (const Curve& curve : legend)
            names.description += curve.name + QStringLiteral(". ");
        section.blocks.emplace_back(Charts{{std::move(names)}});
    }
    return section;
}

std::optional<Section> epochsSection(const ReportInput& input) {
    if (input.run.epochs.empty())
        return std::nullopt;
    Section section{"epochs", QCoreApplication::translate("Report", "Epoch by epoch"), {}, {}};
    section.blocks.emplace_back(epochTable(input.run));
    return section;
}

} // namespace graft::report
