#pragma once

#include "base/Random.h"

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace graft::test {

/// A disk under every SQLite connection of this process, as long as it lives: it knows what has reached the
/// platter (what was synced) and what only the system's memory, can lose its power at any operation, and can
/// be full. Real files are written all the same, without waiting for the real disk.
class FaultyDisk {
public:
    FaultyDisk();
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    /// After that many further operations (writes, truncations, syncs, deletions) on the project's files what
    /// is on the platter is kept aside; the writer goes on and does not notice.
    void cutPowerAfter(int operations);
    /// The same before the next operation of a kind ("sync main").
    void cutPowerBefore(const std::string& operation);
    bool powerWasCut() const;
    /// "write main", "sync log", …: the first operation that no longer came.
    std::string cutBefore() const;
    /// The files as they are when the power is back, into `folder`: what was synced, and of every sector
    /// written since then either the old or the new content, by chance.
    void writeRemains(const std::filesystem::path& folder, Random& random);

    /// From now on a sync does nothing, as on disks that lie.
    void ignoreSyncs(bool ignored);
    /// After that many further writes that need room the disk is full; nothing: it has room.
    void fillAfter(std::optional<int> writes);
    /// A write has failed for lack of room since fillAfter.
    bool wasFull() const;

    // What SQLite calls.
    struct File;
    int open(const char* name, sqlite3_file* file, int flags, int* outFlags);
    int remove(const char* name, int syncFolder);
    int write(const std::string& name, std::int64_t offset, const void* bytes, int size);
    int truncate(const std::string& name, std::int64_t size);
    bool sync(const std::string& name);

private:
    /// `bytes` at `offset`; none: cut off there.
    struct Pending {
        std::int64_t offset = 0;
        std::optional<std::string> bytes;
    };
    struct Content {
        std::string onPlatter;
        std::vector<Pending> pending;
    };
    using Files = std::map<std::string, Content>;

    void count(const char* operation, const std::string& name);
    static bool isWatched(const std::string& name);

    mutable std::mutex m_mutex;
    Files m_files;
    std::optional<int> m_operationsLeft;
    std::string m_awaited;
    std::optional<Files> m_remains;
    std::string m_cutBefore;
    bool m_ignoreSyncs = false;
    std::optional<int> m_writesLeft;
    bool m_wasFull = false;
    sqlite3_vfs* m_real;
    sqlite3_vfs m_vfs{};
};

} // namespace graft::test
