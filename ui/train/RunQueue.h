#pragma once

#include "runs/Series.h"
#include "training/Options.h"

#include <QObject>

#include <optional>
#include <vector>

namespace graft::training {
struct RunInput;
}

namespace graft::ui {

class Studio;
class TrainingSession;

struct WaitingRun {
    training::TrainingOptions options;
    std::optional<runs::Series> series{}; ///< its place in one
};
/// Runs for `places` with these options.
std::vector<WaitingRun> waitingRuns(const training::TrainingOptions& options,
                                    const std::vector<runs::Series>& places);

/// Runs that wait for the one in progress. They are kept in the project, so that they are still there after a
/// crash or a restart; then, and after the person stopped a run, nothing starts by itself. UI thread.
class RunQueue : public QObject {
    Q_OBJECT
public:
    RunQueue(Studio& studio, TrainingSession& session, QObject* parent);
    /// The one of a session, shared by the pages; made at the first call.
    static RunQueue& of(Studio& studio, TrainingSession& session);

    const std::vector<WaitingRun>& waiting() const { return m_waiting; }
    /// Runs of one series that wait behind each other, or one run.
    struct Group {
        std::size_t first = 0; ///< index in waiting()
        std::size_t count = 1;
    };
    std::vector<Group> groups() const;
    /// What waits does so until it is told to start.
    bool held() const { return m_held; }
    /// The next run is being made ready.
    bool preparing() const { return m_preparing; }

    /// Behind all others; starts at once where nothing runs or waits.
    void add(const training::TrainingOptions& options);
    void add(const std::vector<WaitingRun>& runs);
    /// Before all others, behind the run in progress.
    void addNext(const std::vector<WaitingRun>& runs);
    /// Before all others. Where a run is in progress it is stopped first; what it has learnt is kept.
    void startNow(const training::TrainingOptions& options);
    void moveUp(std::size_t group);
    void remove(std::size_t group);
    /// The first one, where nothing runs; then the others after it.
    void start();

Q_SIGNALS:
    void changed();
    /// The first of them could not start; it waits.
    void failed(const QString& message);

private:
    void open();
    void runEnded();
    void store();
    void begin(training::RunInput input);

    Studio& m_studio;
    TrainingSession& m_session;
    std::vector<WaitingRun> m_waiting;
    bool m_held = false;
    bool m_preparing = false;
    bool m_replacing = false; ///< the run in progress was stopped for the first one
};

} // namespace graft::ui
