#include "base/Files.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace graft {

namespace {

/// Closes its file descriptor.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_fd; }
    bool valid() const { return m_fd >= 0; }
    int close() {
        const int result = m_fd >= 0 ? ::close(m_fd) : 0;
        m_fd = -1;
        return result;
    }

private:
    int m_fd;
};

Error cannotRead(const std::filesystem::path& path, const std::string& why) {
    return {translate("Files", "%1 cannot be read: %2.", {path.string(), why})};
}

Error cannotWrite(const std::filesystem::path& path, int errorNumber) {
    return {translate("Files", "%1 cannot be written: %2.", {path.string(), systemErrorText(errorNumber)})};
}

template <typename Buffer>
Result<Buffer> readInto(const std::filesystem::path& path, std::uint64_t limit) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.valid())
        return cannotRead(path, systemErrorText(errno));
    struct stat status {};
    if (::fstat(file.get(), &status) != 0)
        return cannotRead(path, systemErrorText(errno));
    if (!S_ISREG(status.st_mode))
        return cannotRead(path, translate("Files", "it is not a file"));
    if (std::uint64_t(status.st_size) > limit)
        return cannotRead(path,
                          translate("Files", "with %1 MB it is larger than the %2 MB that are read at most",
                                    {std::to_string(status.st_size >> 20), std::to_string(limit >> 20)}));
    Buffer content;
    content.resize(std::size_t(status.st_size));
    std::size_t done = 0;
    while (done < content.size()) {
        const ssize_t got = ::read(file.get(), content.data() + done, content.size() - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cannotRead(path, systemErrorText(errno));
        if (got == 0)
            break;
        done += std::size_t(got);
    }
    content.resize(done);
    return content;
}

} // namespace

std::string systemErrorText(int errorNumber) {
    switch (errorNumber) {
    case ENOENT:
        return translate("Files", "it does not exist");
    case EACCES:
    case EPERM:
        return translate("Files", "you have no permission");
    case ENOSPC:
    case EDQUOT:
        return translate("Files", "the disk is full");
    case EROFS:
        return translate("Files", "the disk is read-only");
    default:
        return std::strerror(errorNumber);
    }
}

Result<std::vector<std::byte>> readFile(const std::filesystem::path& path, std::uint64_t limit) {
    return readInto<std::vector<std::byte>>(path, limit);
}

Result<std::string> readTextFile(const std::filesystem::path& path, std::uint64_t limit) {
    return readInto<std::string>(path, limit);
}

Result<> writeFileAtomically(const std::filesystem::path& path, std::span<const std::byte> content) {
    std::string temporary = path.string() + ".XXXXXX";
    Descriptor file(::mkstemp(temporary.data()));
    if (!file.valid())
        return cannotWrite(path, errno);
    const auto fail = [&](int errorNumber) {
        ::unlink(temporary.c_str());
        return cannotWrite(path, errorNumber);
    };
    std::size_t done = 0;
    while (done < content.size()) {
        const ssize_t put = ::write(file.get(), content.data() + done, content.size() - done);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return fail(errno);
        done += std::size_t(put);
    }
    if (::fchmod(file.get(), 0644) != 0 || ::fsync(file.get()) != 0 || file.close() != 0)
        return fail(errno);
    if (::rename(temporary.c_str(), path.c_str()) != 0)
        return fail(errno);
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    if (Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)); opened.valid())
        ::fsync(opened.get());
    return {};
}

Result<> writeFileAtomically(const std::filesystem::path& path, std::string_view content) {
    return writeFileAtomically(path, std::as_bytes(std::span(content.data(), content.size())));
}

} // namespace graft
