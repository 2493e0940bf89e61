#include "runs/Run.h"

#include "base/Files.h"
#include "runs/LogFile.h"
#include "runs/Names.h"

#include <nlohmann/json.hpp>

#include <cassert>
#include <cerrno>

namespace graft::runs {

namespace {

using Json = nlohmann::json;

/// A new folder; a name that is taken gets a number.
Result<std::filesystem::path> makeFolder(const std::filesystem::path& runsFolder, const std::string& id) {
    std::error_code failure;
    std::filesystem::create_directories(runsFolder, failure);
    for (int number = 1; !failure && number < 10'000; ++number) {
        const auto folder = runsFolder / (number == 1 ? id : id + "-" + std::to_string(number));
        if (std::filesystem::create_directory(folder, failure))
            return folder;
        if (failure == std::errc::file_exists)
            failure.clear();
    }
    return Error{translate("Runs", "No folder for the run can be made in %1: %2.",
                           {runsFolder.string(),
                            failure ? systemErrorText(failure.value()) : systemErrorText(EEXIST)}),
                 failure.message()};
}

} // namespace

struct RunLog::Impl {
    std::string id;
    std::filesystem::path folder;
    LogFile file;

    Result<> append(const Json& line) {
        return file.append(line.dump(-1, ' ', false, Json::error_handler_t::replace));
    }
};

RunLog::RunLog(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
RunLog::RunLog(RunLog&&) noexcept = default;
RunLog& RunLog::operator=(RunLog&&) noexcept = default;
RunLog::~RunLog() = default;

Result<RunLog> RunLog::create(const std::filesystem::path& runsFolder, const std::string& name,
                              const std::string& optionsJson, const std::optional<Series>& series) {
    const auto now = std::chrono::system_clock::now();
    const auto folder = makeFolder(runsFolder, newId(name, now));
    if (!folder)
        return folder.error();
    // Before the options, which make the folder a run: what is killed in between never passes for another.
    if (series)
        if (const auto written = writeFileAtomically(*folder / kSeriesFile, toJson(*series)); !written)
            return written.error();
    if (const auto written = writeFileAtomically(*folder / kOptionsFile, optionsJson); !written)
        return written.error();
    auto file = LogFile::create(*folder / kLogFile);
    if (!file)
        return file.error();
    RunLog log(std::make_unique<Impl>(folder->filename().string(), *folder, std::move(*file)));
    if (const auto written = log.fact("started", utcText(now)); !written)
        return written.error();
    return log;
}

Result<RunLog> RunLog::reopen(const std::filesystem::path& runFolder) {
    std::error_code ignored;
    const auto folder = withoutSlash(runFolder);
    if (!std::filesystem::is_regular_file(folder / kOptionsFile, ignored))
        return Error{translate("Runs", "%1 is no run: it has no %2.", {folder.string(), kOptionsFile})};
    auto file = LogFile::reopen(folder / kLogFile);
    if (!file)
        return file.error();
    return RunLog(std::make_unique<Impl>(folder.filename().string(), folder, std::move(*file)));
}

const std::string& RunLog::id() const {
    return m_impl->id;
}
const std::filesystem::path& RunLog::folder() const {
    return m_impl->folder;
}

Result<> RunLog::fact(const std::string& name, const std::string& value) {
    return m_impl->append({{"type", "fact"}, {"name", name}, {"value", value}});
}

Result<> RunLog::note(const std::string& sentence) {
    return m_impl->append({{"type", "note"}, {"text", sentence}});
}

Result<> RunLog::epoch(const EpochRecord& record) {
    return m_impl->append(
        {{"type", "epoch"}, {"epoch", record.epoch}, {"seconds", record.seconds}, {"values", record.values}});
}

Result<> RunLog::best(int epoch) {
    return m_impl->append({{"type", "best"}, {"epoch", epoch}});
}

Result<> RunLog::finish(State state, const std::string& message) {
    assert(state != State::Running && state != State::Interrupted);
    auto written = m_impl->append({{"type", "finish"}, {"state", name(state)}, {"message", message}});
    m_impl->file.unlock();
    return written;
}

} // namespace graft::runs
