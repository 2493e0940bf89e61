#include "FaultyDisk.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <new>

namespace graft::test {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kSector = 512;

std::string contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void put(std::string& content, std::int64_t offset, std::string_view bytes) {
    const auto end = std::size_t(offset) + bytes.size();
    if (content.size() < end)
        content.resize(end);
    std::ranges::copy(bytes, content.begin() + offset);
}

} // namespace

/// SQLite allocates it, with room for the real file behind it.
struct FaultyDisk::File {
    sqlite3_file base;
    FaultyDisk* disk;
    std::string name; ///< empty: a temporary file
    sqlite3_file* real;
};

namespace {

using File = FaultyDisk::File;

File& ours(sqlite3_file* file) {
    return *reinterpret_cast<File*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
    return ours(file).real;
}
FaultyDisk& diskOf(sqlite3_vfs* vfs) {
    return *static_cast<FaultyDisk*>(vfs->pAppData);
}

int closeFile(sqlite3_file* file) {
    const int done = real(file)->pMethods->xClose(real(file));
    ours(file).~File();
    return done;
}
int writeFile(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    if (const int refused = ours(file).disk->write(ours(file).name, offset, bytes, size);
        refused != SQLITE_OK)
        return refused;
    return real(file)->pMethods->xWrite(real(file), bytes, size, offset);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    ours(file).disk->truncate(ours(file).name, size);
    return real(file)->pMethods->xTruncate(real(file), size);
}
int syncFile(sqlite3_file* file, int) {
    ours(file).disk->sync(ours(file).name);
    return SQLITE_OK;
}

const sqlite3_io_methods& methods() {
    static const sqlite3_io_methods all = {
        .iVersion = 2,
        .xClose = closeFile,
        .xRead = [](sqlite3_file* f, void* bytes, int size,
                    sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), bytes, size, at); },
        .xWrite = writeFile,
        .xTruncate = truncateFile,
        .xSync = syncFile,
        .xFileSize = [](sqlite3_file* f,
                        sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); },
        .xLock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); },
        .xUnlock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); },
        .xCheckReservedLock = [](sqlite3_file* f,
                                 int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); },
        .xFileControl = [](sqlite3_file* f, int what,
                           void* with) { return real(f)->pMethods->xFileControl(real(f), what, with); },
        .xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
        .xDeviceCharacteristics =
            [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
        .xShmMap =
            [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
                return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
            },
        .xShmLock = [](sqlite3_file* f, int offset, int n,
                       int flags) { return real(f)->pMethods->xShmLock(real(f), offset, n, flags); },
        .xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); },
        .xShmUnmap = [](sqlite3_file* f, int gone) { return real(f)->pMethods->xShmUnmap(real(f), gone); },
    };
    return all;
}

} // namespace

FaultyDisk::FaultyDisk() : m_real(sqlite3_vfs_find(nullptr)) {
    m_vfs = *m_real;
    m_vfs.pNext = nullptr;
    m_vfs.zName = "graft-faulty";
    m_vfs.pAppData = this;
    m_vfs.szOsFile = int(sizeof(File)) + m_real->szOsFile;
    m_vfs.xOpen = [](sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
        return diskOf(vfs).open(name, file, flags, out);
    };
    m_vfs.xDelete = [](sqlite3_vfs* vfs, const char* name, int sync) {
        return diskOf(vfs).remove(name, sync);
    };
    m_vfs.xAccess = [](sqlite3_vfs* vfs, const char* name, int flags, int* out) {
        sqlite3_vfs* inner = diskOf(vfs).m_real;
        return inner->xAccess(inner, name, flags, out);
    };
    m_vfs.xFullPathname = [](sqlite3_vfs* vfs, const char* name, int size, char* out) {
        sqlite3_vfs* inner = diskOf(vfs).m_real;
        return inner->xFullPathname(inner, name, size, out);
    };
    sqlite3_vfs_register(&m_vfs, 1);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_real, 1);
}

int FaultyDisk::open(const char* name, sqlite3_file* file, int flags, int* outFlags) {
    auto* opened = new (file) File{{nullptr}, this, name ? name : "", nullptr};
    opened->real = reinterpret_cast<sqlite3_file*>(opened + 1);
    std::memset(static_cast<void*>(opened->real), 0, std::size_t(m_real->szOsFile));
    if (isWatched(opened->name)) {
        const std::lock_guard lock(m_mutex);
        if (!fs::exists(opened->name))
            m_files[opened->name] = {};
        else if (!m_files.contains(opened->name))
            m_files[opened->name].onPlatter = contentOf(opened->name);
    }
    const int done = m_real->xOpen(m_real, name, opened->real, flags, outFlags);
    if (done == SQLITE_OK)
        opened->base.pMethods = &methods();
    else
        opened->~File();
    return done;
}

int FaultyDisk::remove(const char* name, int syncFolder) {
    {
        const std::lock_guard lock(m_mutex);
        count("delete", name);
        m_files.erase(name);
    }
    return m_real->xDelete(m_real, name, syncFolder);
}

int FaultyDisk::write(const std::string& name, std::int64_t offset, const void* bytes, int size) {
    const std::lock_guard lock(m_mutex);
    if (m_writesLeft && !name.empty() && (*m_writesLeft)-- <= 0) {
        m_writesLeft = 0;
        m_wasFull = true;
        return SQLITE_FULL;
    }
    count("write", name);
    if (isWatched(name))
        m_files[name].pending.push_back(
            {offset, std::string(static_cast<const char*>(bytes), std::size_t(size))});
    return SQLITE_OK;
}

int FaultyDisk::truncate(const std::string& name, std::int64_t size) {
    const std::lock_guard lock(m_mutex);
    count("truncate", name);
    if (isWatched(name))
        m_files[name].pending.push_back({size, std::nullopt});
    return SQLITE_OK;
}

bool FaultyDisk::sync(const std::string& name) {
    const std::lock_guard lock(m_mutex);
    count("sync", name);
    if (m_ignoreSyncs || !isWatched(name))
        return false;
    Content& content = m_files[name];
    for (const Pending& pending : content.pending) {
        if (pending.bytes)
            put(content.onPlatter, pending.offset, *pending.bytes);
        else
            content.onPlatter.resize(std::size_t(pending.offset));
    }
    content.pending.clear();
    return true;
}

bool FaultyDisk::isWatched(const std::string& name) {
    return name.ends_with("project.sqlite") || name.ends_with("project.sqlite-wal");
}

void FaultyDisk::count(const char* operation, const std::string& name) {
    if (!isWatched(name) || m_remains)
        return;
    const std::string what = std::string(operation) + (name.ends_with("-wal") ? " log" : " main");
    const bool atCount = m_operationsLeft && (*m_operationsLeft)-- <= 0;
    if (!atCount && m_awaited != what)
        return;
    m_operationsLeft.reset();
    m_awaited.clear();
    m_remains = m_files;
    m_cutBefore = what;
}

void FaultyDisk::cutPowerAfter(int operations) {
    const std::lock_guard lock(m_mutex);
    m_operationsLeft = operations;
    m_awaited.clear();
    m_remains.reset();
    m_cutBefore.clear();
}

void FaultyDisk::cutPowerBefore(const std::string& operation) {
    const std::lock_guard lock(m_mutex);
    m_operationsLeft.reset();
    m_awaited = operation;
    m_remains.reset();
    m_cutBefore.clear();
}

bool FaultyDisk::powerWasCut() const {
    const std::lock_guard lock(m_mutex);
    return m_remains.has_value();
}

std::string FaultyDisk::cutBefore() const {
    const std::lock_guard lock(m_mutex);
    return m_cutBefore;
}

void FaultyDisk::writeRemains(const fs::path& folder, Random& random) {
    const std::lock_guard lock(m_mutex);
    // All of it, nothing, or anything between.
    const double share = std::clamp(random.uniform(-0.3, 1.3), 0.0, 1.0);
    for (auto& [name, content] : *m_remains) {
        std::string bytes = content.onPlatter;
        for (const Pending& pending : content.pending) {
            if (!pending.bytes) {
                if (random.chance(share))
                    bytes.resize(std::size_t(pending.offset));
                continue;
            }
            const std::string_view written(*pending.bytes);
            for (std::int64_t at = 0; at < std::int64_t(written.size());) {
                const std::int64_t inSector = kSector - (pending.offset + at) % kSector;
                const auto part = written.substr(std::size_t(at), std::size_t(inSector));
                if (random.chance(share))
                    put(bytes, pending.offset + at, part);
                at += std::int64_t(part.size());
            }
        }
        std::ofstream out(folder / fs::path(name).filename(), std::ios::binary);
        out.write(bytes.data(), std::streamsize(bytes.size()));
    }
}

void FaultyDisk::ignoreSyncs(bool ignored) {
    const std::lock_guard lock(m_mutex);
    m_ignoreSyncs = ignored;
}

void FaultyDisk::fillAfter(std::optional<int> writes) {
    const std::lock_guard lock(m_mutex);
    m_writesLeft = writes;
    m_wasFull = false;
}

bool FaultyDisk::wasFull() const {
    const std::lock_guard lock(m_mutex);
    return m_wasFull;
}

} // namespace graft::test
