#pragma once

#include "training/Training.h"

#include <QObject>

#include <filesystem>
#include <memory>

namespace graft::ui {

/// The run in progress: owns the trainer's thread, drains its mailbox of events at 10 Hz on the UI thread. UI thread only.
class TrainingSession : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Preparing, Training, Paused, Stopping };

    explicit TrainingSession(QObject* parent = nullptr);
    /// Stops and waits for the step in progress; what is done is kept.
    ~TrainingSession() override;

    State state() const;
    bool active() const { return state() != State::Idle; }
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
};

} // namespace graft::ui
