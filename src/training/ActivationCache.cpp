#include "training/ActivationCache.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace graft::training {

namespace {

constexpr std::uint64_t kMagic = 0x3254434154464152; // "RAFTACT2"
constexpr std::uint64_t kMostBytes = 1ull << 34;

struct Header {
    std::uint64_t magic = kMagic;
    ActivationCache::Key key{};
    std::uint64_t bytes = 0;
    ActivationCache::Key checksum{};
};

struct RecordHead {
    ActivationCache::Key key{};
    std::uint64_t checksum = 0; ///< of the key and the values
};

Header headerOf(const ActivationCache::Kind& kind) {
    Header header{.key = kind.key, .bytes = kind.bytes};
    header.checksum = Checksum().add(kind.key[0]).add(kind.key[1]).add(kind.bytes).value();
    return header;
}

std::uint64_t checksumOf(const ActivationCache::Key& key, std::span<const std::byte> values) {
    return Checksum().add(key[0]).add(key[1]).add(values).value()[0];
}

bool readAt(int descriptor, void* to, std::size_t bytes, std::uint64_t offset) {
    auto* at = static_cast<std::byte*>(to);
    while (bytes > 0) {
        const ssize_t got = ::pread(descriptor, at, bytes, off_t(offset));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        bytes -= std::size_t(got);
        offset += std::uint64_t(got);
    }
    return true;
}

bool writeAt(int descriptor, const void* from, std::size_t bytes, std::uint64_t offset) {
    const auto* at = static_cast<const std::byte*>(from);
    while (bytes > 0) {
        const ssize_t put = ::pwrite(descriptor, at, bytes, off_t(offset));
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        at += put;
        bytes -= std::size_t(put);
        offset += std::uint64_t(put);
    }
    return true;
}

std::uint64_t sizeOf(int descriptor) {
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 ? std::uint64_t(status.st_size) : 0;
}

/// An open, locked file that starts with the header; what was there with another header is cut off. -1 on
/// failure.
int openOnDisk(const std::filesystem::path& file, const Header& header) {
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor < 0)
        return -1;
    Header found;
    const bool ours = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    const bool same = ours && readAt(descriptor, &found, sizeof found, 0) &&
                      std::memcmp(&found, &header, sizeof header) == 0;
    const bool usable =
        same || (ours && ::ftruncate(descriptor, 0) == 0 && writeAt(descriptor, &header, sizeof header, 0));
    if (usable) {
        ::futimens(descriptor, nullptr); // used now: the last to go
        return descriptor;
    }
    ::close(descriptor);
    return -1;
}

} // namespace

std::filesystem::path cacheFile(const std::filesystem::path& folder, const ActivationCache::Kind& kind) {
    return folder / (Checksum().add(kind.key[0]).add(kind.key[1]).add(kind.bytes).hex() + ".act");
}

std::unique_ptr<ActivationCache> ActivationCache::open(const std::filesystem::path& folder,
                                                       const Kind& kind) {
    if (kind.bytes == 0 || kind.bytes > kMostBytes)
        return nullptr;
    const int descriptor = openOnDisk(cacheFile(folder, kind), headerOf(kind));
    if (descriptor < 0)
        return inMemory(kind);
    std::unique_ptr<ActivationCache> cache(new ActivationCache(descriptor, true, kind));
    cache->readPlaces();
    return cache;
}

std::unique_ptr<ActivationCache> ActivationCache::inMemory(const Kind& kind) {
    const int descriptor = ::memfd_create("graft-activations", MFD_CLOEXEC);
    if (descriptor < 0)
        return nullptr;
    std::unique_ptr<ActivationCache> cache(new ActivationCache(descriptor, false, kind));
    const Header header = headerOf(kind);
    return writeAt(descriptor, &header, sizeof header, 0) ? std::move(cache) : nullptr;
}

ActivationCache::ActivationCache(int descriptor, bool onDisk, const Kind& kind)
    : m_descriptor(descriptor), m_onDisk(onDisk), m_kind(kind) {}

ActivationCache::~ActivationCache() {
    ::close(m_descriptor);
}

void ActivationCache::readPlaces() {
    const std::uint64_t size = sizeOf(m_descriptor);
    m_count = size < sizeof(Header) ? 0 : (size - sizeof(Header)) / recordBytes(m_kind.bytes);
    for (std::uint64_t i = 0; i < m_count; ++i) {
        RecordHead head;
        if (readAt(m_descriptor, &head, sizeof head, place(i)))
            m_places[head.key] = i;
    }
}

bool ActivationCache::read(const Key& key, std::span<std::byte> values) {
    const auto found = m_places.find(key);
    if (found == m_places.end() || values.size() != m_kind.bytes)
        return false;
    RecordHead head;
    const std::uint64_t at = place(found->second);
    const bool read = readAt(m_descriptor, &head, sizeof head, at) && head.key == key &&
                      readAt(m_descriptor, values.data(), values.size_bytes(), at + sizeof head);
    if (read && (m_verified.contains(key) || head.checksum == checksumOf(key, values))) {
        m_verified.insert(key);
        return true;
    }
    m_places.erase(found);
    m_verified.erase(key);
    return false;
}

bool ActivationCache::write(const Key& key, std::span<const std::byte> values) {
    if (values.size() != m_kind.bytes)
        return false;
    const RecordHead head{key, checksumOf(key, values)};
    const std::uint64_t at = place(m_count);
    // The head last: until it is there, the record is nobody's.
    const bool written = writeAt(m_descriptor, values.data(), values.size_bytes(), at + sizeof head) &&
                         writeAt(m_descriptor, &head, sizeof head, at);
    if (!written) {
        (void)!::ftruncate(m_descriptor, off_t(at));
        return false;
    }
    m_places[key] = m_count++;
    m_verified.insert(key);
    return true;
}

std::uint64_t ActivationCache::bytes() const {
    return sizeOf(m_descriptor);
}

std::uint64_t ActivationCache::recordBytes(std::uint64_t valueBytes) {
    return sizeof(RecordHead) + valueBytes;
}

std::uint64_t ActivationCache::place(std::uint64_t index) const {
    return sizeof(Header) + index * recordBytes(m_kind.bytes);
}

bool makeRoom(const std::filesystem::path& folder, const std::filesystem::path& keep, std::uint64_t wanted,
              std::uint64_t limit) {
    struct Kept {
        std::filesystem::path path;
        std::uint64_t bytes;
        std::filesystem::file_time_type used;
    };
    std::vector<Kept> files;
    std::uint64_t total = wanted;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
        if (entry.path().extension() != ".act" || !entry.is_regular_file(failure))
            continue;
        total += entry.file_size(failure);
        if (entry.path() != keep)
            files.push_back({entry.path(), entry.file_size(failure), entry.last_write_time(failure)});
    }
    std::ranges::sort(files, {}, &Kept::used);
    for (const Kept& file : files) {
        if (total <= limit)
            break;
        const int descriptor = ::open(file.path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
        const bool idle = descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
        if (idle && std::filesystem::remove(file.path, failure))
            total -= file.bytes;
        if (descriptor >= 0)
            ::close(descriptor);
    }
    return total <= limit;
}

bool clearCache(const std::filesystem::path& folder) {
    return makeRoom(folder, {}, 0, 0);
}

std::filesystem::path cacheFolderOf(const std::filesystem::path& runsFolder) {
    std::error_code failure;
    std::filesystem::path folder = std::filesystem::absolute(runsFolder, failure).lexically_normal();
    if (!folder.has_filename())
        folder = folder.parent_path();
    return folder.parent_path() / "cache" / "activations";
}

} // namespace graft::training
