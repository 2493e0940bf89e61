#pragma once

#include "runs/Run.h"
#include "training/Training.h"

#include <functional>
#include <set>
#include <string>

namespace graft::training {

/// Tells the owner of a run what happens and writes into the run's log what must outlive it.
class RunReport {
public:
    RunReport(runs::RunLog log, std::function<void(const TrainingEvent&)> events);

    const std::filesystem::path& folder() const { return m_log.folder(); }
    void tell(const TrainingEvent& event) const;
    /// Every sentence once.
    void note(const std::string& sentence);
    /// Sentences the log holds already (a resumed run).
    void knowNotes(const std::vector<std::string>& sentences);
    void fact(const std::string& name, const std::string& value);
    Result<> epoch(const runs::EpochRecord& record, bool best);
    /// The last word. A full disk cannot keep it from being told.
    void finish(runs::State state, const std::string& message);

private:
    runs::RunLog m_log;
    std::function<void(const TrainingEvent&)> m_events;
    std::set<std::string> m_notes;
};

} // namespace graft::training
