#include "ui/model/SpeedMeter.h"

#include "ui/frame/Studio.h"
#include "ui/train/RunPreparation.h"
#include "ui/train/RunWords.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <algorithm>
#include <memory>

namespace graft::ui {
namespace {

constexpr int kRestMs = 600;
constexpr const char* kSetting = "model/speeds";

} // namespace

SpeedMeter::SpeedMeter(Studio& studio, QObject* parent) : QObject(parent), m_studio(studio) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(kRestMs);
    connect(&m_timer, &QTimer::timeout, this, &SpeedMeter::begin);
    connect(&studio, &Studio::projectOpened, this, &SpeedMeter::read);
    connect(&studio, &Studio::projectAboutToClose, this, [this] {
        cancel();
        m_known.clear();
    });
    read();
}

std::string SpeedMeter::keyOf(const training::TrainingOptions& options) const {
    const auto& images = m_studio.project()->images();
    const auto training = std::ranges::count_if(
        images, [](const auto& image) { return image.split == annotation::Split::Train && image.label; });
    return options.weights + '|' + options.freeze + '|' + std::to_string(options.batch) + '|' +
           std::to_string(options.size) + '|' + options.device + '|' +
           std::to_string(options.augment.any() ? options.views : 1) + '|' +
           std::to_string(options.cachePrefix) + '|' + std::to_string(training);
}

std::optional<training::SpeedEstimate> SpeedMeter::known(const training::TrainingOptions& options) const {
    const auto found = m_known.find(options.model);
    if (!m_studio.project() || found == m_known.end() || found->second.key != keyOf(options))
        return std::nullopt;
    return found->second.estimate;
}

std::optional<training::SpeedEstimate> SpeedMeter::lastOf(const std::string& model) const {
    const auto found = m_known.find(model);
    return found == m_known.end() ? std::nullopt : std::optional(found->second.estimate);
}

void SpeedMeter::request(const training::TrainingOptions& options) {
    cancel();
    if (!m_studio.project() || (known(options) && m_known.at(options.model).measuredNow))
        return;
    m_wanted = options;
    m_timer.start();
}

void SpeedMeter::cancel() {
    m_timer.stop();
    ++m_generation;
    m_busy = false;
    if (m_job)
        m_job->cancel();
}

void SpeedMeter::begin() {
    if (!m_studio.project())
        return;
    m_busy = true;
    prepareRun(m_studio, this, m_wanted,
               [this, generation = ++m_generation](Result<training::RunInput> input) {
                   if (generation != m_generation)
                       return;
                   if (input)
                       return measure(std::move(*input));
                   m_busy = false;
                   Q_EMIT failed(QString::fromStdString(input.error().message));
               });
}

void SpeedMeter::measure(training::RunInput input) {
    auto shared = std::make_shared<const training::RunInput>(std::move(input));
    auto result = std::make_shared<Result<training::SpeedEstimate>>(Error{});
    const QString title = tr("Measuring the speed of %1").arg(run_words::modelTitle(shared->options.model));
    m_job = m_studio.jobs().start(
        title, this,
        [shared, result](const Monitor& monitor) -> QString {
            *result = training::measureSpeed(*shared, monitor.stop);
            return result->ok() ? QString() : QString::fromStdString(result->error().message);
        },
        [this, shared, result, generation = m_generation](const jobs::Job&) {
            if (generation == m_generation)
                finish(*shared, *result);
        });
}

void SpeedMeter::finish(const training::RunInput& input, const Result<training::SpeedEstimate>& estimate) {
    m_busy = false;
    if (!estimate) {
        Q_EMIT failed(QString::fromStdString(estimate.error().message));
        return;
    }
    m_known[input.options.model] = {keyOf(input.options), *estimate, true};
    write();
    Q_EMIT measured(input.options.model);
}

void SpeedMeter::read() {
    m_known.clear();
    if (!m_studio.project())
        return;
    const auto text = QByteArray::fromStdString(m_studio.project()->setting(kSetting));
    const QJsonObject all = QJsonDocument::fromJson(text).object();
    if (all.value(QStringLiteral("computer")).toString() != QSysInfo::machineHostName())
        return;
    const QJsonObject models = all.value(QStringLiteral("models")).toObject();
    for (auto it = models.begin(); it != models.end(); ++it) {
        const QJsonObject one = it.value().toObject();
        m_known[it.key().toStdString()] = {one.value(QStringLiteral("of")).toString().toStdString(),
                                           {one.value(QStringLiteral("first")).toDouble(),
                                            one.value(QStringLiteral("later")).toDouble(),
                                            one.value(QStringLiteral("cached")).toBool()}};
    }
}

void SpeedMeter::write() const {
    QJsonObject models;
    for (const auto& [model, known] : m_known)
        models.insert(QString::fromStdString(model),
                      QJsonObject{{QStringLiteral("of"), QString::fromStdString(known.key)},
                                  {QStringLiteral("first"), known.estimate.firstEpochSeconds},
                                  {QStringLiteral("later"), known.estimate.laterEpochSeconds},
                                  {QStringLiteral("cached"), known.estimate.cached}});
    const QJsonObject all{{QStringLiteral("computer"), QSysInfo::machineHostName()},
                          {QStringLiteral("models"), models}};
    // A project that cannot be written to measures again next time.
    (void)m_studio.project()->setSetting(kSetting,
                                         QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString());
}

} // namespace graft::ui
