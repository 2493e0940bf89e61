#include "ui/train/TrainingSession.h"

#include "base/Log.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <mutex>
#include <thread>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace graft::ui {
namespace {

constexpr int kTickMs = 100;
constexpr int kBelowTheWindow = 10;

/// So that the window stays alive while every core computes. Threads started from here inherit it.
void lowerPriority() {
#ifdef __linux__
    setpriority(PRIO_PROCESS, id_t(syscall(SYS_gettid)), kBelowTheWindow);
#endif
}

template <typename... Ts>
struct Overload : Ts... {
    using Ts::operator()...;
};
template <typename... Ts>
Overload(Ts...) -> Overload<Ts...>;

} // namespace

struct TrainingSession::Impl {
    State state = State::Idle;
    LiveRun live;
    QTimer timer;
    QElapsedTimer sinceEpoch;
    QElapsedTimer sincePart;    ///< of what is prepared
    std::int64_t partBegan = 0; ///< done when the timer started
    training::RunControl control;
    training::RunFinished last;

    std::mutex mutex; ///< guards the three below
    std::vector<training::TrainingEvent> mailbox;
    bool ended = false;
    std::string problem;

    std::jthread thread; ///< last: joined before what it uses goes

    void run(const Work& work, std::stop_token stop) {
        lowerPriority();
        std::string failure;
        try {
            const auto outcome = work(
                [this](const training::TrainingEvent& event) {
                    const std::lock_guard lock(mutex);
                    mailbox.push_back(event);
                },
                stop, &control);
            if (!outcome) {
                failure = outcome.error().message;
                if (!outcome.error().detail.empty())
                    log(LogLevel::Error, outcome.error().detail);
            }
        } catch (const std::exception& exception) {
            log(LogLevel::Error, exception.what());
            failure = translate(
                "Training", "Training ended unexpectedly; everything up to the last finished epoch is kept. "
                            "Details are in the log.");
        }
        const std::lock_guard lock(mutex);
        ended = true;
        problem = failure;
    }
};

TrainingSession::TrainingSession(QObject* parent) : QObject(parent), m_impl(std::make_unique<Impl>()) {
    m_impl->timer.setInterval(kTickMs);
    connect(&m_impl->timer, &QTimer::timeout, this, &TrainingSession::drain);
}

TrainingSession::~TrainingSession() {
    m_impl->thread.request_stop();
    m_impl->control.resume();
}

TrainingSession::State TrainingSession::state() const {
    return m_impl->state;
}

const LiveRun& TrainingSession::live() const {
    return m_impl->live;
}

double TrainingSession::secondsLeft() const {
    if (m_impl->live.secondsLeft < 0)
        return -1;
    const bool counting = m_impl->state == State::Training && m_impl->sinceEpoch.isValid();
    return std::max(0.0,
                    m_impl->live.secondsLeft - (counting ? double(m_impl->sinceEpoch.elapsed()) / 1000 : 0));
}

double TrainingSession::secondsLeftOfPart() const {
    const auto& part = m_impl->live.preparing;
    constexpr std::int64_t kKnowsFrom = 16; // of less, the first slow one would say too much
    if (!part || m_impl->state != State::Preparing || part->done - m_impl->partBegan < kKnowsFrom)
        return -1;
    const double each = double(m_impl->sincePart.elapsed()) / 1000 / double(part->done - m_impl->partBegan);
    return each * double(std::max<std::int64_t>(0, part->total - part->done));
}

void TrainingSession::start(training::RunInput input, const std::filesystem::path& runsFolder) {
    if (active())
        return;
    auto work = [input, runsFolder](const auto& events, std::stop_token stop, training::RunControl* control) {
        return training::train(input, runsFolder, events, stop, control);
    };
    begin(input, runsFolder, std::move(work));
}

void TrainingSession::resumeRun(training::RunInput input, const std::filesystem::path& runFolder) {
    if (active())
        return;
    auto work = [input, runFolder](const auto& events, std::stop_token stop, training::RunControl* control) {
        return training::resume(input, runFolder, events, stop, control);
    };
    const auto record = runs::readRun(runFolder);
    begin(input, runFolder.parent_path(), std::move(work));
    m_impl->live.id = runFolder.filename().string();
    if (record) {
        m_impl->live.epochs = record->epochs;
        m_impl->live.bestEpoch = record->bestEpoch;
    }
}

void TrainingSession::begin(const training::RunInput& input, const std::filesystem::path& runsFolder,
                            Work work) {
    Impl& impl = *m_impl;
    impl.live = LiveRun{.options = input.options,
                        .runsFolder = runsFolder,
                        .trainingImages = input.train.size(),
                        .validationImages = input.validation.size(),
                        .notes = input.notes,
                        .series = input.series};
    impl.last = {};
    impl.ended = false;
    impl.problem.clear();
    impl.mailbox.clear();
    impl.sinceEpoch.invalidate();
    impl.control.resume();
    impl.thread =
        std::jthread([&impl, work = std::move(work)](std::stop_token stop) { impl.run(work, stop); });
    impl.timer.start();
    setState(State::Preparing);
}

void TrainingSession::pause() {
    if (m_impl->state != State::Preparing && m_impl->state != State::Training)
        return;
    m_impl->control.pause();
    setState(State::Paused);
}

void TrainingSession::unpause() {
    if (m_impl->state != State::Paused)
        return;
    m_impl->control.resume();
    m_impl->sinceEpoch.restart();
    m_impl->sincePart.restart();
    m_impl->partBegan = m_impl->live.preparing ? m_impl->live.preparing->done : 0;
    setState(m_impl->live.step || !m_impl->live.epochs.empty() ? State::Training : State::Preparing);
}

void TrainingSession::stop() {
    if (!active() || m_impl->state == State::Stopping)
        return;
    m_impl->thread.request_stop();
    m_impl->control.resume();
    setState(State::Stopping);
}

void TrainingSession::setState(State state) {
    if (m_impl->state == state)
        return;
    m_impl->state = state;
    Q_EMIT stateChanged();
}

void TrainingSession::drain() {
    std::vector<training::TrainingEvent> batch;
    bool ended = false;
    {
        const std::lock_guard lock(m_impl->mutex);
        batch.swap(m_impl->mailbox);
        ended = m_impl->ended;
    }
    for (const training::TrainingEvent& event : batch)
        apply(event);
    if (!batch.empty())
        Q_EMIT events(batch);
    if (ended)
        end();
}

void TrainingSession::apply(const training::TrainingEvent& event) {
    LiveRun& live = m_impl->live;
    std::visit(Overload{[&](const training::Preparing& preparing) {
                            const bool goesOn = live.preparing &&
                                                live.preparing->activity == preparing.activity &&
                                                live.preparing->done <= preparing.done;
                            if (!goesOn) {
                                m_impl->sincePart.start();
                                m_impl->partBegan = preparing.done;
                            }
                            live.preparing = preparing;
                        },
                        [&](const training::StepFinished& step) {
                            live.preparing.reset();
                            live.step = step;
                            if (m_impl->state == State::Preparing)
                                setState(State::Training);
                        },
                        [&](const training::EpochFinished& epoch) {
                            live.preparing.reset();
                            std::erase_if(live.epochs, [&](const auto& known) {
                                return known.epoch >= epoch.record.epoch;
                            });
                            live.epochs.push_back(epoch.record);
                            if (epoch.best)
                                live.bestEpoch = epoch.record.epoch;
                            live.secondsLeft = epoch.secondsLeft;
                            m_impl->sinceEpoch.start();
                            if (m_impl->state == State::Preparing)
                                setState(State::Training);
                        },
                        [&](const training::CheckpointSaved&) {},
                        [&](const training::Noted& note) {
                            if (std::ranges::find(live.notes, note.sentence) == live.notes.end())
                                live.notes.push_back(note.sentence);
                        },
                        [&](const training::RunFinished& finished) {
                            live.id = finished.runId;
                            live.ended = finished.state;
                            m_impl->last = finished;
                        }},
               event);
}

void TrainingSession::end() {
    m_impl->timer.stop();
    m_impl->thread.join();
    m_impl->live.preparing.reset();
    m_impl->live.step.reset();
    m_impl->live.secondsLeft = -1;
    const QString runId = QString::fromStdString(m_impl->last.runId);
    const QString message =
        QString::fromStdString(m_impl->problem.empty() ? m_impl->last.message : m_impl->problem);
    setState(State::Idle);
    Q_EMIT finished(runId, message);
}

} // namespace graft::ui
