#include "weights/ByteSource.h"

#include "base/Files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace graft::weights {

namespace {

/// Reads with pread and not through a mapping: a file that is cut short meanwhile is an Error and not a
/// crash.
class FileSource : public ByteSource {
public:
    FileSource(std::string name, int descriptor, std::uint64_t size)
        : ByteSource(std::move(name)), m_descriptor(descriptor), m_size(size) {}
    ~FileSource() override { ::close(m_descriptor); }
    std::uint64_t size() const override { return m_size; }

protected:
    Result<> readInside(std::uint64_t offset, std::span<std::byte> target) const override {
        while (!target.empty()) {
            const ssize_t got = ::pread(m_descriptor, target.data(), target.size(), off_t(offset));
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return refused(*this, systemErrorText(errno));
            if (got == 0)
                return refused(*this, translate("Weights", "it was cut short while it was being read"));
            target = target.subspan(std::size_t(got));
            offset += std::uint64_t(got);
        }
        return {};
    }

private:
    int m_descriptor;
    std::uint64_t m_size;
};

class MemorySource : public ByteSource {
public:
    MemorySource(std::string name, std::vector<std::byte> bytes)
        : ByteSource(std::move(name)), m_bytes(std::move(bytes)) {}
    std::uint64_t size() const override { return m_bytes.size(); }

protected:
    Result<> readInside(std::uint64_t offset, std::span<std::byte> target) const override {
        if (!target.empty())
            std::memcpy(target.data(), m_bytes.data() + offset, target.size());
        return {};
    }

private:
    std::vector<std::byte> m_bytes;
};

class ConcatenatedSource : public ByteSource {
public:
    ConcatenatedSource(std::string name, std::vector<std::unique_ptr<ByteSource>> parts)
        : ByteSource(std::move(name)), m_parts(std::move(parts)) {
        for (const auto& part : m_parts)
            m_size += part->size();
    }
    std::uint64_t size() const override { return m_size; }

protected:
    Result<> readInside(std::uint64_t offset, std::span<std::byte> target) const override {
        for (const auto& part : m_parts) {
            if (target.empty())
                break;
            if (offset >= part->size()) {
                offset -= part->size();
                continue;
            }
            const std::size_t here =
                std::size_t(std::min<std::uint64_t>(part->size() - offset, target.size()));
            if (auto read = part->read(offset, target.first(here)); !read)
                return read;
            target = target.subspan(here);
            offset = 0;
        }
        return {};
    }

private:
    std::vector<std::unique_ptr<ByteSource>> m_parts;
    std::uint64_t m_size = 0;
};

class SliceSource : public ByteSource {
public:
    SliceSource(const ByteSource& whole, std::uint64_t begin, std::uint64_t size)
        : ByteSource(whole.name()), m_whole(whole), m_begin(begin), m_size(size) {}
    std::uint64_t size() const override { return m_size; }

protected:
    Result<> readInside(std::uint64_t offset, std::span<std::byte> target) const override {
        return m_whole.read(m_begin + offset, target);
    }

private:
    const ByteSource& m_whole;
    std::uint64_t m_begin;
    std::uint64_t m_size;
};

} // namespace

Result<> ByteSource::read(std::uint64_t offset, std::span<std::byte> target) const {
    if (offset > size() || target.size() > size() - offset)
        return refused(
            *this, translate("Weights", "it is incomplete or damaged: it ends before its own contents do"));
    return readInside(offset, target);
}

Result<std::unique_ptr<ByteSource>> openFile(const std::filesystem::path& path, std::uint64_t limit) {
    const std::string name = path.string();
    // Not blocking: a pipe in place of a file must not make us wait for its other end.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return refused(name, systemErrorText(errno));
    struct stat status {};
    const bool known = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    auto source = std::make_unique<FileSource>(name, descriptor, known ? std::uint64_t(status.st_size) : 0);
    if (!known)
        return refused(name, translate("Weights", "it is not a file"));
    if (source->size() > limit)
        return refused(name,
                       translate("Weights", "with %1 MB it is larger than the %2 MB that are read at most",
                                 {std::to_string(source->size() >> 20), std::to_string(limit >> 20)}));
    return std::unique_ptr<ByteSource>(std::move(source));
}

std::unique_ptr<ByteSource> inMemory(std::string name, std::vector<std::byte> bytes) {
    return std::make_unique<MemorySource>(std::move(name), std::move(bytes));
}

std::unique_ptr<ByteSource> concatenated(std::string name, std::vector<std::unique_ptr<ByteSource>> parts) {
    return std::make_unique<ConcatenatedSource>(std::move(name), std::move(parts));
}

std::unique_ptr<ByteSource> slice(const ByteSource& whole, std::uint64_t begin, std::uint64_t size) {
    return std::make_unique<SliceSource>(whole, begin, size);
}

Error refused(const std::string& file, const std::string& reason) {
    return {translate("Weights", "%1 cannot be used as weights: %2.", {file, reason})};
}

Error refused(const ByteSource& source, const std::string& reason) {
    return refused(source.name(), reason);
}

} // namespace graft::weights
