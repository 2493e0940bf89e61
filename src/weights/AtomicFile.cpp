#include "weights/AtomicFile.h"

#include "base/Files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace graft::weights {

AtomicFile::AtomicFile(std::filesystem::path path)
    : m_path(std::move(path)), m_temporary(m_path.string() + ".XXXXXX") {
    m_descriptor = ::mkstemp(m_temporary.data());
    if (m_descriptor < 0)
        m_error = errno;
}

AtomicFile::~AtomicFile() {
    if (m_descriptor < 0)
        return;
    ::close(m_descriptor);
    ::unlink(m_temporary.c_str());
}

Result<> AtomicFile::write(std::span<const std::byte> bytes) {
    while (m_error == 0 && !bytes.empty()) {
        const ssize_t put = ::write(m_descriptor, bytes.data(), bytes.size());
        if (put >= 0)
            bytes = bytes.subspan(std::size_t(put));
        else if (errno != EINTR)
            m_error = errno;
    }
    return m_error == 0 ? Result<>() : failed();
}

Result<> AtomicFile::commit() {
    if (m_error != 0)
        return failed();
    if (::fchmod(m_descriptor, 0644) != 0 || ::fsync(m_descriptor) != 0 ||
        ::rename(m_temporary.c_str(), m_path.c_str()) != 0) {
        m_error = errno;
        return failed();
    }
    ::close(m_descriptor);
    m_descriptor = -1;
    const auto folder = m_path.has_parent_path() ? m_path.parent_path() : std::filesystem::path(".");
    if (const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); opened >= 0) {
        ::fsync(opened);
        ::close(opened);
    }
    return {};
}

Error AtomicFile::failed() const {
    return {translate("Weights", "%1 cannot be written: %2.", {m_path.string(), systemErrorText(m_error)})};
}

} // namespace graft::weights
