#include "ui/train/RunQueue.h"

#include "base/Log.h"
#include "ui/frame/Studio.h"
#include "ui/train/RunPreparation.h"
#include "ui/train/TrainingSession.h"
#include "workflow/Series.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace graft::ui {
namespace {

constexpr const char* kSetting = "run_queue";
constexpr qsizetype kMost = 1000; ///< that are read back

std::optional<WaitingRun> fromJson(const QJsonValue& value) {
    const bool inSeries = value.isObject();
    auto options = training::optionsFromJson((inSeries ? value["options"] : value).toString().toStdString());
    auto series = inSeries ? runs::seriesFromJson(value["series"].toString().toStdString()) : std::nullopt;
    if (options && (!inSeries || series))
        return WaitingRun{std::move(*options), std::move(series)};
    log(LogLevel::Warning, "a waiting run is left out" + (options ? std::string(": no place in a series")
                                                                  : ": " + options.error().message));
    return std::nullopt;
}

std::vector<WaitingRun> fromText(const std::string& text) {
    std::vector<WaitingRun> waiting;
    const QJsonArray array = QJsonDocument::fromJson(QByteArray::fromStdString(text)).array();
    for (qsizetype i = 0; i < std::min(array.size(), kMost); ++i)
        if (auto run = fromJson(array[i]))
            waiting.push_back(std::move(*run));
    return waiting;
}

/// The options alone, or an object with the place in a series beside them.
std::string toText(const std::vector<WaitingRun>& waiting) {
    QJsonArray array;
    for (const auto& [options, series] : waiting) {
        const QString own = QString::fromStdString(training::toJson(options));
        if (series)
            array.append(QJsonObject{{"options", own}, {"series", QString::fromStdString(toJson(*series))}});
        else
            array.append(own);
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString();
}

bool ofOneSeries(const WaitingRun& a, const WaitingRun& b) {
    return a.series && b.series && a.series->id == b.series->id;
}

} // namespace

std::vector<WaitingRun> waitingRuns(const training::TrainingOptions& options,
                                    const std::vector<runs::Series>& places) {
    std::vector<WaitingRun> runs;
    for (const runs::Series& place : places) {
        runs.push_back({options, place});
        runs.back().options.seed = place.firstSeed + std::uint64_t(place.seed);
    }
    return runs;
}

RunQueue::RunQueue(Studio& studio, TrainingSession& session, QObject* parent)
    : QObject(parent), m_studio(studio), m_session(session) {
    connect(&m_studio, &Studio::projectAboutToClose, this, [this] {
        m_waiting.clear();
        m_replacing = m_preparing = m_held = false;
        Q_EMIT changed();
    });
    connect(&m_studio, &Studio::projectOpened, this, &RunQueue::open);
    // Later than what shows the end of the run before: a run from scratch starts at once.
    connect(&m_session, &TrainingSession::finished, this, &RunQueue::runEnded, Qt::QueuedConnection);
    open();
}

RunQueue& RunQueue::of(Studio& studio, TrainingSession& session) {
    if (auto* queue = session.findChild<RunQueue*>({}, Qt::FindDirectChildrenOnly))
        return *queue;
    return *new RunQueue(studio, session, &session);
}

void RunQueue::open() {
    if (!m_studio.project())
        return;
    m_waiting = fromText(m_studio.project()->setting(kSetting));
    m_held = !m_waiting.empty();
    Q_EMIT changed();
}

void RunQueue::store() {
    if (m_studio.project() && !m_studio.project()->readOnly())
        if (const auto stored = m_studio.project()->setSetting(kSetting, toText(m_waiting)); !stored)
            Q_EMIT failed(QString::fromStdString(stored.error().message));
    Q_EMIT changed();
}

std::vector<RunQueue::Group> RunQueue::groups() const {
    std::vector<Group> groups;
    for (std::size_t i = 0; i < m_waiting.size(); ++i)
        if (i > 0 && ofOneSeries(m_waiting[i - 1], m_waiting[i]))
            ++groups.back().count;
        else
            groups.push_back({i, 1});
    return groups;
}

void RunQueue::add(const training::TrainingOptions& options) {
    add(std::vector<WaitingRun>{{options}});
}

void RunQueue::add(const std::vector<WaitingRun>& runs) {
    const bool first = m_waiting.empty() && !m_session.active() && !m_preparing;
    m_waiting.insert(m_waiting.end(), runs.begin(), runs.end());
    store();
    if (first)
        start();
}

void RunQueue::addNext(const std::vector<WaitingRun>& runs) {
    m_waiting.insert(m_waiting.begin(), runs.begin(), runs.end());
    store();
}

void RunQueue::startNow(const training::TrainingOptions& options) {
    m_waiting.insert(m_waiting.begin(), WaitingRun{options});
    store();
    if (!m_session.active())
        return start();
    m_replacing = true;
    m_session.stop();
}

void RunQueue::moveUp(std::size_t group) {
    const auto all = groups();
    if (group == 0 || group >= all.size() || m_preparing)
        return;
    const auto at = [this](std::size_t index) { return m_waiting.begin() + std::ptrdiff_t(index); };
    const Group& moved = all[group];
    std::rotate(at(all[group - 1].first), at(moved.first), at(moved.first + moved.count));
    store();
}

void RunQueue::remove(std::size_t group) {
    const auto all = groups();
    if (group >= all.size() || (m_preparing && group == 0))
        return;
    const auto first = m_waiting.begin() + std::ptrdiff_t(all[group].first);
    m_waiting.erase(first, first + std::ptrdiff_t(all[group].count));
    store();
}

void RunQueue::runEnded() {
    const bool stopped = m_session.live().ended == runs::State::Stopped;
    m_held = stopped && !std::exchange(m_replacing, false);
    m_held ? Q_EMIT changed() : start();
}

void RunQueue::start() {
    if (m_waiting.empty() || m_session.active() || m_preparing || !m_studio.project())
        return;
    m_held = false;
    m_preparing = true;
    Q_EMIT changed();
    prepareRun(
        m_studio, this, m_waiting.front().options,
        [this, project = QPointer(m_studio.project())](Result<training::RunInput> input) {
            if (!project || project != m_studio.project())
                return;
            m_preparing = false;
            if (!input) {
                m_held = true;
                Q_EMIT failed(QString::fromStdString(input.error().message));
                return Q_EMIT changed();
            }
            m_waiting.erase(m_waiting.begin());
            begin(std::move(*input));
        },
        m_waiting.front().series);
}

/// With the first of a series its data are those of the others, too.
void RunQueue::begin(training::RunInput input) {
    if (input.series)
        if (const auto places = workflow::planSeries(input, *m_studio.project(), *input.series))
            for (WaitingRun& run : m_waiting)
                if (run.series && run.series->id == input.series->id && run.series->data.empty())
                    run.series->data = (*places)[std::size_t(run.series->number())].data;
    store();
    m_session.start(std::move(input), m_studio.project()->runsFolder());
}

} // namespace graft::ui
