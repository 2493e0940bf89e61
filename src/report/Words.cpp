#include "report/Words.h"

#include "annotation/LabelClass.h"
#include "graph/Architectures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace graft::report::words {

namespace {

const QString kUndefined = QStringLiteral("–");

QString figure(double fraction, int digits) {
    return QLocale().toString(100 * fraction, 'f', digits);
}

} // namespace

QString percent(double fraction, int digits) {
    return std::isfinite(fraction) ? figure(fraction, digits) + QStringLiteral("\u202f%") : kUndefined;
}

QString interval(const metrics::Estimate& estimate) {
    if (!std::isfinite(estimate.low) || !std::isfinite(estimate.high))
        return kUndefined;
    return figure(estimate.low, 1) + QStringLiteral("–") + percent(estimate.high);
}

QString estimate(const metrics::Estimate& estimate) {
    if (!std::isfinite(estimate.value))
        return kUndefined;
    if (!std::isfinite(estimate.low))
        return percent(estimate.value);
    return QStringLiteral("%1 (%2)").arg(percent(estimate.value), interval(estimate));
}

QString decimal(double value, int digits) {
    return std::isfinite(value) ? QLocale().toString(value, 'f', digits) : kUndefined;
}

QString shortNumber(double value) {
    return QLocale().toString(value, 'g', 3);
}

QString count(std::int64_t value) {
    return QLocale().toString(qlonglong(value));
}

QString duration(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0)
        return kUndefined;
    if (seconds < 0.1)
        return QCoreApplication::translate("Report", "%1 ms").arg(decimal(1000 * seconds, 0));
    if (seconds < 60)
        return QCoreApplication::translate("Report", "%1 s").arg(decimal(seconds, seconds < 10 ? 1 : 0));
    const auto whole = qint64(std::llround(std::min(seconds, 1e15)));
    const auto twoDigits = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QChar('0')); };
    if (whole < 3600)
        return QCoreApplication::translate("Report", "%1 min %2 s")
            .arg(whole / 60)
            .arg(twoDigits(whole % 60));
    return QCoreApplication::translate("Report", "%1 h %2 min")
        .arg(count(whole / 3600), twoDigits(whole % 3600 / 60));
}

QString bytes(std::uint64_t value) {
    return QLocale().formattedDataSize(
        qint64(std::min<std::uint64_t>(value, std::numeric_limits<qint64>::max())), 1,
        QLocale::DataSizeTraditionalFormat);
}

QString modelTitle(const std::string& model) {
    const graph::Architecture* architecture = graph::findArchitecture(model);
    return QString::fromStdString(architecture ? architecture->title : model);
}

bool fromScratch(const training::TrainingOptions& options) {
    return options.weights.empty() || options.weights == "none";
}

QString startingPoint(const training::TrainingOptions& options) {
    if (fromScratch(options))
        return QCoreApplication::translate("Report", "from scratch");
    if (options.freeze == "all")
        return QCoreApplication::translate("Report", "pretrained, all frozen but the head");
    if (options.freeze == "none")
        return QCoreApplication::translate("Report", "pretrained, nothing frozen");
    const auto choice = graph::FreezeChoice::read(options.freeze);
    const QString alone = QString::fromStdString(graph::aloneLabel(choice));
    if (choice.upTo == "none")
        return QCoreApplication::translate("Report", "pretrained, only %1 frozen").arg(alone);
    const QString upTo = QString::fromStdString(graph::blockLabel(choice.upTo));
    return choice.alone.empty()
               ? QCoreApplication::translate("Report", "pretrained, frozen up to %1").arg(upTo)
               : QCoreApplication::translate("Report", "pretrained, frozen up to %1, and %2")
                     .arg(upTo, alone);
}

QString runName(const runs::RunRecord& run) {
    const auto options = optionsOf(run);
    return options ? QStringLiteral("%1, %2").arg(modelTitle(options->model), startingPoint(*options))
                   : QString::fromStdString(run.id);
}

QDateTime started(const runs::RunRecord& run) {
    if (const auto fact = run.facts.find("started"); fact != run.facts.end()) {
        const auto when = QDateTime::fromString(QString::fromStdString(fact->second), Qt::ISODateWithMs);
        if (when.isValid())
            return when.toLocalTime();
    }
    return QDateTime::fromString(QString::fromStdString(run.id).left(15), QStringLiteral("yyyyMMdd-HHmmss"));
}

QString state(runs::State state) {
    switch (state) {
    case runs::State::Running:
        return QCoreApplication::translate("Report", "still running");
    case runs::State::Finished:
        return QCoreApplication::translate("Report", "finished");
    case runs::State::Stopped:
        return QCoreApplication::translate("Report", "stopped by hand");
    case runs::State::Failed:
        return QCoreApplication::translate("Report", "failed");
    case runs::State::Interrupted:
        return QCoreApplication::translate("Report", "interrupted");
    }
    return {};
}

QString task(const std::string& name) {
    if (name == annotation::name(annotation::TaskKind::Classification))
        return QCoreApplication::translate("Report", "Classification");
    if (name == annotation::name(annotation::TaskKind::Detection))
        return QCoreApplication::translate("Report", "Detection");
    if (name == annotation::name(annotation::TaskKind::Segmentation))
        return QCoreApplication::translate("Report", "Segmentation");
    return QString::fromStdString(name);
}

QString device(const std::map<std::string, std::string>& facts) {
    const auto textOf = [&](const char* name) {
        const auto fact = facts.find(name);
        return fact == facts.end() ? std::string() : fact->second;
    };
    const std::string device = textOf("device");
    if (device != "cpu")
        return QString::fromStdString(device);
    const auto threads = number(textOf("threads"));
    if (!threads)
        return QCoreApplication::translate("Report", "processor");
    return *threads == 1
               ? QCoreApplication::translate("Report", "processor, 1 thread")
               : QCoreApplication::translate("Report", "processor, %1 threads").arg(count(*threads));
}

QString imagesOf(const std::string& split) {
    if (split == annotation::name(annotation::Split::Test))
        return QCoreApplication::translate("Report", "test images");
    if (split == annotation::name(annotation::Split::Train))
        return QCoreApplication::translate("Report", "training images");
    return QCoreApplication::translate("Report", "validation images");
}

QString dateTime(const QDateTime& when) {
    if (!when.isValid())
        return kUndefined;
    return QStringLiteral("%1 %2").arg(QLocale().toString(when.date(), QLocale::ShortFormat),
                                       when.time().toString(QStringLiteral("HH:mm")));
}

std::optional<training::TrainingOptions> optionsOf(const runs::RunRecord& run) {
    auto options = training::optionsFromJson(run.optionsJson);
    return options ? std::optional(*std::move(options)) : std::nullopt;
}

std::optional<std::int64_t> number(const std::string& text) {
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(value)
                                                                           : std::nullopt;
}

double valueOf(const runs::EpochRecord& epoch, const char* name) {
    const auto found = epoch.values.find(name);
    return found == epoch.values.end() ? std::numeric_limits<double>::quiet_NaN() : found->second;
}

const runs::EpochRecord* bestEpoch(const runs::RunRecord& run) {
    const auto found = std::ranges::find_if(
        run.epochs, [&](const auto& record) { return run.bestEpoch && record.epoch == *run.bestEpoch; });
    return found == run.epochs.end() ? nullptr : &*found;
}

} // namespace graft::report::words
