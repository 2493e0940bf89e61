#include "ui/evaluate/EvaluationText.h"

#include "ui/train/RunWords.h"
#include "ui/widgets/Widgets.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <numeric>

namespace graft::ui::evaluation_text {
namespace {

QString number(double value) {
    return std::isfinite(value) ? QString::number(value, 'g', 9) : QString();
}

QString name(const training::Evaluation& evaluation, std::size_t index) {
    return index < evaluation.classes.size() ? QString::fromStdString(evaluation.classes[index]) : QString();
}

/// `field` escapes one text for the separator in use.
template <typename Field>
QString matrixText(const training::Evaluation& evaluation, bool normalised, QChar separator, Field field) {
    QString text = field(QStringLiteral("truth \\ predicted"));
    for (std::size_t column = 0; column < evaluation.confusion.size(); ++column)
        text += separator + field(name(evaluation, column));
    text += QChar('\n');
    for (std::size_t row = 0; row < evaluation.confusion.size(); ++row) {
        const auto& counts = evaluation.confusion[row];
        const double total = double(std::accumulate(counts.begin(), counts.end(), std::int64_t(0)));
        text += field(name(evaluation, row));
        for (const std::int64_t count : counts)
            text += separator +
                    (normalised ? (total > 0 ? QString::number(double(count) / total, 'f', 6) : QString())
                                : QString::number(count));
        text += QChar('\n');
    }
    return text;
}

} // namespace

QString headline(const training::Evaluation& evaluation) {
    const QString count = countText(qint64(evaluation.data.size()));
    const QString percent = run_words::percent(evaluation.summary.accuracy.value);
    return evaluation.split == "test"
               ? QCoreApplication::translate("EvaluationText", "%1 of %2 test images right")
                     .arg(percent, count)
               : QCoreApplication::translate("EvaluationText", "%1 of %2 validation images right")
                     .arg(percent, count);
}

QString interval(const metrics::Estimate& estimate) {
    if (!std::isfinite(estimate.low) || !std::isfinite(estimate.high))
        return QStringLiteral("–");
    return QStringLiteral("%1–%2").arg(QLocale().toString(100 * estimate.low, 'f', 1),
                                       run_words::percent(estimate.high));
}

QString estimate(const metrics::Estimate& estimate) {
    if (!std::isfinite(estimate.value))
        return QStringLiteral("–");
    return QStringLiteral("%1 (%2)").arg(run_words::percent(estimate.value), interval(estimate));
}

QString furtherFigures(const training::Evaluation& evaluation) {
    const metrics::ClassificationSummary& summary = evaluation.summary;
    return QStringList{
        QCoreApplication::translate("EvaluationText", "Balanced %1").arg(estimate(summary.balancedAccuracy)),
        QCoreApplication::translate("EvaluationText", "Mean F1 %1").arg(estimate(summary.macroF1)),
        QCoreApplication::translate("EvaluationText", "AUROC %1").arg(estimate(summary.auroc)),
        QCoreApplication::translate("EvaluationText", "Calibration error %1").arg(estimate(summary.ece))}
        .join(QStringLiteral("  ·  "));
}

QString csvField(const QString& text) {
    if (!text.contains(QChar(',')) && !text.contains(QChar('"')) && !text.contains(QChar('\n')) &&
        !text.contains(QChar('\r')))
        return text;
    QString quoted = text;
    quoted.replace(QStringLiteral("\""), QStringLiteral("\"\""));
    return QChar('"') + quoted + QChar('"');
}

QString matrixTsv(const training::Evaluation& evaluation, bool normalised) {
    return matrixText(evaluation, normalised, QChar('\t'), [](QString text) {
        return text.replace(QChar('\t'), QChar(' ')).replace(QChar('\n'), QChar(' '));
    });
}

QString matrixCsv(const training::Evaluation& evaluation) {
    return matrixText(evaluation, false, QChar(','), csvField);
}

QString classesCsv(const training::Evaluation& evaluation) {
    QString text = QStringLiteral("class,images,precision,precision_low,precision_high,recall,recall_low,"
                                  "recall_high,f1,f1_low,f1_high\n");
    for (std::size_t i = 0; i < evaluation.perClass.size(); ++i) {
        const metrics::ClassReport& report = evaluation.perClass[i];
        text += csvField(name(evaluation, i)) + QChar(',') + QString::number(report.support);
        for (const metrics::Estimate* estimate : {&report.precision, &report.recall, &report.f1})
            for (const double value : {estimate->value, estimate->low, estimate->high})
                text += QChar(',') + number(value);
        text += QChar('\n');
    }
    return text;
}

QString imagesCsv(const training::Evaluation& evaluation) {
    QString text = QStringLiteral("path,truth,predicted,loss");
    for (std::size_t i = 0; i < evaluation.classes.size(); ++i)
        text += QChar(',') + csvField(QStringLiteral("p_") + name(evaluation, i));
    text += QChar('\n');
    for (std::size_t i = 0; i < evaluation.data.size(); ++i) {
        const auto row = evaluation.data.row(i);
        text +=
            csvField(i < evaluation.paths.size() ? QString::fromStdString(evaluation.paths[i]) : QString());
        text += QChar(',') + csvField(name(evaluation, std::size_t(evaluation.data.truth[i])));
        text += QChar(',') + csvField(name(evaluation, std::size_t(metrics::argmax(row))));
        text += QChar(',') + (i < evaluation.losses.size() ? number(evaluation.losses[i]) : QString());
        for (const float probability : row)
            text += QChar(',') + number(probability);
        text += QChar('\n');
    }
    return text;
}

} // namespace graft::ui::evaluation_text
