#include "ui/train/RunQueue.h"

#include "base/Log.h"
#include "ui/frame/Studio.h"
#include "ui/train/RunPreparation.h"
#include "ui/train/TrainingSession.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace graft::ui {
namespace {

constexpr const char* kSetting = "run_queue";
constexpr qsizetype kMost = 1000; ///< that are read back

std::vector<training::TrainingOptions> fromText(const std::string& text) {
    std::vector<training::TrainingOptions> waiting;
    const QJsonArray array = QJsonDocument::fromJson(QByteArray::fromStdString(text)).array();
    for (qsizetype i = 0; i < std::min(array.size(), kMost); ++i)
        if (auto options = training::optionsFromJson(array[i].toString().toStdString()))
            waiting.push_back(std::move(*options));
        else
            log(LogLevel::Warning, "a waiting run is left out: " + options.error().message);
    return waiting;
}

std::string toText(const std::vector<training::TrainingOptions>& waiting) {
    QJsonArray array;
    for (const training::TrainingOptions& options : waiting)
        array.append(QString::fromStdString(training::toJson(options)));
    return QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace

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

void RunQueue::add(const training::TrainingOptions& options) {
    const bool first = m_waiting.empty() && !m_session.active() && !m_preparing;
    m_waiting.push_back(options);
    store();
    if (first)
        start();
}

void RunQueue::startNow(const training::TrainingOptions& options) {
    m_waiting.insert(m_waiting.begin(), options);
    store();
    if (!m_session.active())
        return start();
    m_replacing = true;
    m_session.stop();
}

void RunQueue::moveUp(std::size_t index) {
    if (index == 0 || index >= m_waiting.size() || m_preparing)
        return;
    std::swap(m_waiting[index - 1], m_waiting[index]);
    store();
}

void RunQueue::remove(std::size_t index) {
    if (index >= m_waiting.size() || (m_preparing && index == 0))
        return;
    m_waiting.erase(m_waiting.begin() + std::ptrdiff_t(index));
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
    prepareRun(m_studio, this, m_waiting.front(),
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
                   store();
                   m_session.start(std::move(*input), project->runsFolder());
               });
}

} // namespace graft::ui
