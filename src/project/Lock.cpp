#include "project/Lock.h"

#include "base/Files.h"
#include "base/Log.h"

#include <QString>
#include <QSysInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace graft::project {

namespace {

/// "process 4711 on host"
std::string ownName() {
    return translate("Lock", "process %1 on %2",
                     {std::to_string(::getpid()), QSysInfo::machineHostName().toStdString()});
}

std::string holderOf(int descriptor) {
    char text[512];
    const ssize_t size = ::pread(descriptor, text, sizeof text, 0);
    return size > 0 ? std::string(text, std::size_t(size)) : translate("Lock", "another program");
}

Error heldBy(const std::filesystem::path& folder, const std::string& holder) {
    return {translate(
        "Lock",
        "%1 is open already, by %2. Close it there, or open it read-only. Two programs that write to one "
        "project would spoil each other's work.",
        {folder.filename().string(), holder})};
}

} // namespace

Result<Lock> Lock::take(const std::filesystem::path& projectFolder) {
    const auto file = projectFolder / "project.lock";
    Lock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (lock.m_descriptor < 0)
        return Error{translate("Lock",
                               "%1 cannot be opened for writing: %2. It can still be opened read-only.",
                               {projectFolder.string(), systemErrorText(errno)})};
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return heldBy(projectFolder, holderOf(lock.m_descriptor));
        // A file system without locks: SQLite's own locking still guards each transaction.
        log(LogLevel::Warning, "no lock on " + file.string() + ": " + systemErrorText(errno));
    }
    const std::string name = ownName();
    if (::ftruncate(lock.m_descriptor, 0) != 0 ||
        ::pwrite(lock.m_descriptor, name.data(), name.size(), 0) < 0)
        log(LogLevel::Info, "the holder's name could not be written to " + file.string());
    return lock;
}

Lock::Lock(Lock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

Lock& Lock::operator=(Lock&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

Lock::~Lock() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace graft::project
