#include "runs/LogFile.h"

#include "base/Files.h"
#include "base/Log.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace graft::runs {

namespace {

Error cannotWrite(const std::filesystem::path& path, int errorNumber) {
    return {translate("Runs", "The log of the run (%1) cannot be written: %2.",
                      {path.string(), systemErrorText(errorNumber)}),
            std::strerror(errorNumber)};
}

struct flock wholeFile() {
    struct flock range {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    return range;
}

/// Offset behind the last line end.
Result<off_t> endOfLastLine(int descriptor, const std::filesystem::path& path) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0)
        return cannotWrite(path, errno);
    char block[4096];
    for (off_t end = status.st_size; end > 0;) {
        const off_t start = end > off_t(sizeof block) ? end - off_t(sizeof block) : 0;
        const ssize_t got = ::pread(descriptor, block, std::size_t(end - start), start);
        if (got != ssize_t(end - start))
            return cannotWrite(path, got < 0 ? errno : EIO);
        for (ssize_t i = got; i > 0; --i)
            if (block[i - 1] == '\n')
                return start + i;
        end = start;
    }
    return off_t(0);
}

/// The new name itself must survive a power cut, too.
void syncFolder(const std::filesystem::path& file) {
    const int folder = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

} // namespace

LogFile::LogFile(LogFile&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_path(std::move(other.m_path)) {}

LogFile& LogFile::operator=(LogFile&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_path, other.m_path);
    return *this;
}

LogFile::~LogFile() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<LogFile> LogFile::create(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return cannotWrite(path, errno);
    syncFolder(path);
    return locked(descriptor, path);
}

Result<LogFile> LogFile::reopen(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0644);
    if (descriptor < 0)
        return cannotWrite(path, errno);
    auto file = locked(descriptor, path);
    if (!file)
        return file;
    const auto end = endOfLastLine(descriptor, path);
    if (!end)
        return end.error();
    if (::ftruncate(descriptor, *end) != 0 || ::fsync(descriptor) != 0)
        return cannotWrite(path, errno);
    return file;
}

Result<LogFile> LogFile::locked(int descriptor, const std::filesystem::path& path) {
    LogFile file(descriptor, path);
    struct flock range = wholeFile();
    // A lock of the open file, not of the process: readers in this process neither break it nor are blind to
    // it.
    if (::fcntl(descriptor, F_OFD_SETLK, &range) == 0)
        return file;
    if (errno == EAGAIN || errno == EACCES)
        return Error{translate("Runs", "This run is being trained right now, here or by another program. "
                                       "Wait for it, or stop it first."),
                     path.string()};
    log(LogLevel::Warning, path.string() + " cannot be locked: " + std::strerror(errno));
    return file;
}

Result<> LogFile::append(std::string_view line) {
    std::string text(line);
    text += '\n';
    struct stat before {};
    if (::fstat(m_descriptor, &before) != 0)
        return cannotWrite(m_path, errno);
    std::size_t done = 0;
    while (done < text.size()) {
        const ssize_t put = ::write(m_descriptor, text.data() + done, text.size() - done);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0) {
            const int reason = errno;
            if (::ftruncate(m_descriptor, before.st_size) != 0)
                log(LogLevel::Warning,
                    m_path.string() + " keeps a half-written line: " + std::strerror(errno));
            return cannotWrite(m_path, reason);
        }
        done += std::size_t(put);
    }
    return ::fdatasync(m_descriptor) == 0 ? Result<>() : Result<>(cannotWrite(m_path, errno));
}

void LogFile::unlock() {
    struct flock range = wholeFile();
    range.l_type = F_UNLCK;
    if (::fcntl(m_descriptor, F_OFD_SETLK, &range) != 0)
        log(LogLevel::Warning, m_path.string() + " cannot be unlocked: " + std::strerror(errno));
}

bool hasWriter(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return false;
    struct flock range = wholeFile();
    const bool held = ::fcntl(descriptor, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
    ::close(descriptor);
    return held;
}

} // namespace graft::runs
