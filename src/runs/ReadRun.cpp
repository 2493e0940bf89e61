#include "base/Files.h"
#include "base/Log.h"
#include "runs/LogFile.h"
#include "runs/Names.h"
#include "runs/Run.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <tuple>

namespace graft::runs {

namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kLargestLog = 64ull << 20;
constexpr std::uint64_t kLargestOptions = 1ull << 20;
constexpr std::uint64_t kLargestSeries = 4096;
constexpr std::size_t kLongestLine = 1 << 20;
constexpr int kMostEpochs = 1'000'000;

std::string text(const Json& line, const char* key) {
    const auto found = line.find(key);
    return found != line.end() && found->is_string() ? found->get<std::string>() : std::string();
}

double number(const Json& value) {
    // JSON has no NaN; it is written as null.
    return value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
}

std::optional<int> epochNumber(const Json& line) {
    const auto found = line.find("epoch");
    if (found == line.end() || !found->is_number_integer())
        return std::nullopt;
    const double value = found->get<double>();
    return value >= 1 && value <= kMostEpochs ? std::optional(int(value)) : std::nullopt;
}

/// Builds a record line by line. A line that makes no sense is passed over: what is good before and after it
/// still counts.
class LogReader {
public:
    explicit LogReader(RunRecord& record) : m_record(record) {}

    void read(const Json& line) {
        const std::string type = text(line, "type");
        if (type == "fact")
            m_record.facts[text(line, "name")] = text(line, "value");
        else if (type == "note")
            m_record.notes.push_back(text(line, "text"));
        else if (type == "epoch")
            readEpoch(line);
        else if (type == "best")
            readBest(line);
        else if (type == "finish")
            readFinish(line);
    }

    std::optional<int> best() const { return m_best.empty() ? std::nullopt : std::optional(m_best.back()); }
    bool closed() const { return m_closed; }

private:
    void readEpoch(const Json& line) {
        const auto epoch = epochNumber(line);
        if (!epoch)
            return;
        // A resumed run goes on from its last checkpoint: what it does again replaces what was there.
        std::erase_if(m_record.epochs, [&](const EpochRecord& record) { return record.epoch >= *epoch; });
        std::erase_if(m_best, [&](int best) { return best > *epoch; });
        EpochRecord record{.epoch = *epoch};
        if (const auto seconds = line.find("seconds"); seconds != line.end() && seconds->is_number())
            record.seconds = seconds->get<double>();
        if (const auto values = line.find("values"); values != line.end() && values->is_object())
            for (const auto& [name, value] : values->items())
                record.values[name] = number(value);
        m_record.epochs.push_back(std::move(record));
        reopened();
    }

    void readBest(const Json& line) {
        if (const auto epoch = epochNumber(line))
            m_best.push_back(*epoch);
    }

    void readFinish(const Json& line) {
        const auto state = closingState(text(line, "state"));
        if (!state)
            return;
        m_closed = true;
        m_record.state = *state;
        m_record.message = text(line, "message");
    }

    void reopened() {
        m_closed = false;
        m_record.state = State::Interrupted;
        m_record.message.clear();
    }

    RunRecord& m_record;
    std::vector<int> m_best;
    bool m_closed = false;
};

/// What follows the last line end was being written when the process died.
void readLines(std::string_view log, LogReader& reader) {
    for (std::size_t end; (end = log.find('\n')) != std::string_view::npos; log.remove_prefix(end + 1)) {
        const auto line = log.substr(0, end);
        if (line.size() > kLongestLine)
            continue;
        const Json json = Json::parse(line, nullptr, false);
        if (json.is_object())
            reader.read(json);
    }
}

std::optional<Series> readSeries(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return std::nullopt;
    const auto text = readTextFile(file, kLargestSeries);
    auto series = text ? seriesFromJson(*text) : std::nullopt;
    if (!series)
        log(LogLevel::Warning, file.string() + " is no place in a series");
    return series;
}

} // namespace

Result<RunRecord> readRun(const std::filesystem::path& runFolder) {
    RunRecord record;
    record.folder = withoutSlash(runFolder);
    record.id = record.folder.filename().string();
    auto options = readTextFile(record.folder / kOptionsFile, kLargestOptions);
    if (!options)
        return Error{
            translate("Runs", "%1 is no run, or its options cannot be read.", {record.folder.string()}),
            options.error().message};
    record.optionsJson = std::move(*options);
    record.series = readSeries(record.folder / kSeriesFile);
    const auto logFile = record.folder / kLogFile;
    LogReader reader(record);
    std::error_code ignored;
    if (std::filesystem::exists(logFile, ignored)) {
        // Asked before reading: a run that ends in between then has its closing line in what is read.
        const bool running = hasWriter(logFile);
        const auto log = readTextFile(logFile, kLargestLog);
        if (!log)
            return log.error();
        readLines(*log, reader);
        if (running && !(reader.closed() && !hasWriter(logFile)))
            record.state = State::Running;
    }
    record.bestEpoch = reader.best();
    return record;
}

std::vector<RunRecord> listRuns(const std::filesystem::path& runsFolder) {
    std::vector<RunRecord> runs;
    std::error_code failure;
    for (std::filesystem::directory_iterator entry(runsFolder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        std::error_code ignored;
        if (!entry->is_directory(ignored) || entry->path().filename().string().starts_with('.') ||
            !std::filesystem::exists(entry->path() / kOptionsFile, ignored))
            continue;
        auto run = readRun(entry->path());
        if (run)
            runs.push_back(std::move(*run));
        else
            log(LogLevel::Warning, run.error().message + " " + run.error().detail);
    }
    // Ids begin with the time to the second; the log knows it to the millisecond.
    const auto age = [](const RunRecord& run) {
        const auto started = run.facts.find("started");
        return std::tuple(run.id.substr(0, 15), started == run.facts.end() ? std::string() : started->second,
                          run.id);
    };
    std::ranges::sort(runs, std::ranges::greater(), age);
    return runs;
}

const EpochRecord* highestBefore(const std::vector<EpochRecord>& epochs, int epoch,
                                 const std::string& value) {
    const EpochRecord* highest = nullptr;
    double most = -std::numeric_limits<double>::infinity();
    for (const EpochRecord& record : epochs) {
        const auto found = record.values.find(value);
        if (record.epoch < epoch && found != record.values.end() && found->second > most) {
            highest = &record;
            most = found->second;
        }
    }
    return highest;
}

} // namespace graft::runs
