#pragma once

#include "training/Training.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace graft::ui {

/// What is known of the run in progress, or of the one that ended last in this session.
struct LiveRun {
    training::TrainingOptions options;
    std::filesystem::path runsFolder;
    std::string id; ///< empty until it is known
    std::size_t trainingImages = 0;
    std::size_t validationImages = 0;
    std::vector<runs::EpochRecord> epochs;
    std::optional<int> bestEpoch;
    std::vector<std::string> notes;
    std::optional<runs::Series> series{};         ///< its place in one
    std::optional<training::Preparing> preparing; ///< while the frozen prefix is computed
    std::optional<training::StepFinished> step;   ///< of the epoch under way
    double secondsLeft = -1;                      ///< as of the last epoch's end; negative: not known
    std::optional<runs::State> ended;             ///< how, once it has
};

/// The run in progress: owns the trainer's thread, drains its mailbox of events at 10 Hz on the UI thread. UI
/// thread only.
class TrainingSession : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Preparing, Training, Paused, Stopping };

    explicit TrainingSession(QObject* parent = nullptr);
    /// Stops and waits for the step in progress; what is done is kept.
    ~TrainingSession() override;

    State state() const;
    bool active() const { return state() != State::Idle; }
    const LiveRun& live() const;
    /// Counted down since the last epoch ended; negative: not known.
    double secondsLeft() const;
    /// Of what is prepared now, the frozen part for example; negative: not known yet.
    double secondsLeftOfPart() const;

    /// Both do nothing while a run is active.
    void start(training::RunInput input, const std::filesystem::path& runsFolder);
    void resumeRun(training::RunInput input, const std::filesystem::path& runFolder);
    void pause();
    void unpause();
    void stop();

Q_SIGNALS:
    void stateChanged();
    /// All events since the last tick, in order.
    void events(const std::vector<graft::training::TrainingEvent>& events);
    /// After RunFinished; empty runId: it could not start, `message` says why.
    void finished(const QString& runId, const QString& message);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;

    using Work = std::function<Result<training::RunOutcome>(
        const std::function<void(const training::TrainingEvent&)>&, std::stop_token, training::RunControl*)>;
    void begin(const training::RunInput& input, const std::filesystem::path& runsFolder, Work work);
    void setState(State state);
    void drain();
    void apply(const training::TrainingEvent& event);
    void end();
};

} // namespace graft::ui
