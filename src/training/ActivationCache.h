#pragma once

#include "base/Result.h"
#include "training/Checksum.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <span>

namespace graft::training {

/// Records of a fixed number of bytes under 128-bit keys, in one file: what a frozen prefix gave for an
/// image. The file stays for the next run; the operating system keeps it in memory where there is room. A
/// record that is damaged, or that was half written when the process died, is as if it were not there. Used
/// from one thread.
class ActivationCache {
public:
    using Key = Checksum::Value;

    /// What all records of one file have in common.
    struct Kind {
        Key key{};
        std::uint64_t bytes = 0; ///< of a record's values
    };

    /// The file `folder`/<key>.act; inMemory() where it cannot be used (another run writes to it, no
    /// permission).
    static std::unique_ptr<ActivationCache> open(const std::filesystem::path& folder, const Kind& kind);
    /// In a file without a name, which goes with the process. Nothing where that cannot be had.
    static std::unique_ptr<ActivationCache> inMemory(const Kind& kind);
    ~ActivationCache();
    ActivationCache(const ActivationCache&) = delete;
    ActivationCache& operator=(const ActivationCache&) = delete;

    bool contains(const Key& key) const { return m_places.contains(key); }
    /// False where the record is not there or is damaged; it is then forgotten.
    bool read(const Key& key, std::span<std::byte> values);
    /// False where it cannot be written (a full disk).
    bool write(const Key& key, std::span<const std::byte> values);

    std::uint64_t bytes() const;
    /// On the disk, of a record whose values are so many bytes.
    static std::uint64_t recordBytes(std::uint64_t valueBytes);
    /// True where the records outlive the process.
    bool onDisk() const { return m_onDisk; }

private:
    ActivationCache(int descriptor, bool onDisk, const Kind& kind);
    void readPlaces();
    std::uint64_t place(std::uint64_t index) const;

    int m_descriptor;
    bool m_onDisk;
    Kind m_kind;
    std::map<Key, std::uint64_t> m_places; ///< number of the record
    std::set<Key> m_verified;              ///< whose checksum was right once in this process
    std::uint64_t m_count = 0;             ///< records the file holds, damaged ones too
};

/// Removes the files of `folder` that were used longest ago and that nobody writes to, until `wanted` more
/// bytes keep the folder within `limit`. Returns false where that cannot be.
bool makeRoom(const std::filesystem::path& folder, const std::filesystem::path& keep, std::uint64_t wanted,
              std::uint64_t limit);
/// Removes what nobody writes to. False where something is left.
bool clearCache(const std::filesystem::path& folder);
/// The cache folder that belongs to a folder of runs: the project's cache/activations.
std::filesystem::path cacheFolderOf(const std::filesystem::path& runsFolder);
/// The file of a kind.
std::filesystem::path cacheFile(const std::filesystem::path& folder, const ActivationCache::Kind& kind);

} // namespace graft::training
