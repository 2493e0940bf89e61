#pragma once

#include "base/Result.h"
#include "runs/Series.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graft::runs {

enum class State { Running, Finished, Stopped, Failed, Interrupted };
std::string_view name(State state); ///< "running", "finished", "stopped", "failed", "interrupted"

/// One line of log.jsonl per finished epoch. `values`: "train_loss", "val_loss", "train_accuracy",
/// "val_accuracy", ….
struct EpochRecord {
    int epoch = 0; ///< from 1
    double seconds = 0;
    std::map<std::string, double> values;
};

/// What the log says of a run.
struct RunRecord {
    std::string id; ///< folder name, sortable by time: "20261124-093011-resnet50"
    std::filesystem::path folder;
    std::string optionsJson;
    State state = State::Interrupted;
    std::string message; ///< why it failed or stopped
    std::vector<EpochRecord> epochs;
    std::optional<int> bestEpoch;
    std::map<std::string, std::string>
        facts;                      ///< "device", "cached_prefix", "peak_memory_bytes", "started", …
    std::vector<std::string> notes; ///< sentences for a person: classes left out, cache off, …
    std::optional<Series> series{}; ///< its place in one; nothing: a run on its own
};

/// Appends to runs/<id>/log.jsonl, one JSON object a line, flushed to disk before it returns. A half-written
/// last line (a kill) is cut off when the log is opened again.
class RunLog {
public:
    static Result<RunLog> create(const std::filesystem::path& runsFolder, const std::string& name,
                                 const std::string& optionsJson,
                                 const std::optional<Series>& series = std::nullopt);
    static Result<RunLog> reopen(const std::filesystem::path& runFolder);
    RunLog(RunLog&&) noexcept;
    RunLog& operator=(RunLog&&) noexcept;
    ~RunLog();

    const std::string& id() const;
    const std::filesystem::path& folder() const;
    Result<> fact(const std::string& name, const std::string& value);
    Result<> note(const std::string& sentence);
    Result<> epoch(const EpochRecord& record);
    Result<> best(int epoch);
    Result<> finish(State state, const std::string& message = {});

private:
    struct Impl;
    explicit RunLog(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Reads options.json, series.json and log.jsonl. A run without a closing line is Interrupted, or Running
/// while its process lives (a lock on the log says so).
Result<RunRecord> readRun(const std::filesystem::path& runFolder);
/// Newest first. Folders that are no runs are passed over.
std::vector<RunRecord> listRuns(const std::filesystem::path& runsFolder);

/// Of the epochs before `epoch` the one with the highest `value`; null where none has it.
const EpochRecord* highestBefore(const std::vector<EpochRecord>& epochs, int epoch, const std::string& value);

} // namespace graft::runs
