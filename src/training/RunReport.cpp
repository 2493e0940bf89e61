#include "training/RunReport.h"

#include "base/Log.h"

namespace graft::training {

namespace {

void logFailure(const Result<>& written) {
    if (!written)
        log(LogLevel::Warning, written.error().message);
}

} // namespace

RunReport::RunReport(runs::RunLog log, std::function<void(const TrainingEvent&)> events)
    : m_log(std::move(log)), m_events(std::move(events)) {}

void RunReport::tell(const TrainingEvent& event) const {
    if (m_events)
        m_events(event);
}

void RunReport::note(const std::string& sentence) {
    if (!m_notes.insert(sentence).second)
        return;
    logFailure(m_log.note(sentence));
    tell(Noted{sentence});
}

void RunReport::knowNotes(const std::vector<std::string>& sentences) {
    m_notes.insert(sentences.begin(), sentences.end());
}

void RunReport::fact(const std::string& name, const std::string& value) {
    logFailure(m_log.fact(name, value));
}

Result<> RunReport::epoch(const runs::EpochRecord& record, bool best) {
    if (auto written = m_log.epoch(record); !written)
        return written;
    return best ? m_log.best(record.epoch) : Result<>();
}

void RunReport::finish(runs::State state, const std::string& message) {
    logFailure(m_log.finish(state, message));
    tell(RunFinished{state, message, m_log.id()});
}

} // namespace graft::training
