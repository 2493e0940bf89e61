#pragma once

#include "cli/Console.h"
#include "training/Training.h"

namespace graft::cli {

/// Says on stderr how a run goes: what is being computed on the progress line, a line for every epoch.
class TrainPrinter {
public:
    TrainPrinter(const Console& console, const training::TrainingOptions& options)
        : m_console(console), m_monitor(console.monitor()), m_epochs(options.epochs),
          m_classesAlike(training::countsClassesAlike(options)) {}
    void operator()(const training::TrainingEvent& event) { std::visit(*this, event); }

    void operator()(const training::Preparing& preparing);
    void operator()(const training::StepFinished& step);
    void operator()(const training::EpochFinished& epoch);
    void operator()(const training::CheckpointSaved&) {}
    void operator()(const training::Noted& noted);
    void operator()(const training::RunFinished&) {}

private:
    const Console& m_console;
    Monitor m_monitor;
    int m_epochs;
    bool m_classesAlike; ///< the balanced accuracy decides
};

/// The contract of `graft train --json`.
QJsonObject outcomeToJson(const training::RunOutcome& outcome);
std::string outcomeText(const training::RunOutcome& outcome, const std::string& projectFolder);

} // namespace graft::cli
