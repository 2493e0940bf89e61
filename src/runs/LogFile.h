#pragma once

#include "base/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace graft::runs {

/// An append-only file of lines, each on the disk when append() returns, locked against a second writer while
/// it is open. The lock goes with the process, whatever ends it.
class LogFile {
public:
    /// An Error where the file exists.
    static Result<LogFile> create(const std::filesystem::path& path);
    /// Cuts off what follows the last line end. An Error where another writer has it.
    static Result<LogFile> reopen(const std::filesystem::path& path);
    LogFile(LogFile&& other) noexcept;
    LogFile& operator=(LogFile&& other) noexcept;
    ~LogFile();

    /// `line` without its line end. After an Error the file is as it was before.
    Result<> append(std::string_view line);
    /// Says that the writer is done; append() still works.
    void unlock();

private:
    LogFile(int descriptor, std::filesystem::path path) : m_descriptor(descriptor), m_path(std::move(path)) {}
    static Result<LogFile> locked(int descriptor, const std::filesystem::path& path);
    int m_descriptor = -1;
    std::filesystem::path m_path;
};

/// Whether a writer holds the file, in this process or another. Takes no lock itself.
bool hasWriter(const std::filesystem::path& path);

} // namespace graft::runs
