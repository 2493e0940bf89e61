#pragma once

#include "base/Monitor.h"
#include "weights/Tensor.h"
#include "zoo/Zoo.h"

namespace graft::zoo {

/// Where kept weights came from.
struct Provenance {
    std::string source; ///< address, package or file
    std::string sha256; ///< of the file as it came
};

/// The folder of kept weights: `ID.safetensors`, and `ID.json` with its SHA-256, source and licence. The
/// second is written last: without it the first does not count.
class Store {
public:
    explicit Store(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    const std::filesystem::path& folder() const { return m_folder; }
    Result<> create() const;
    /// Where a package is put for as long as it takes.
    std::filesystem::path temporaryFolderOf(const WeightsEntry& entry) const {
        return m_folder / (entry.id + ".package-XXXXXX");
    }
    /// Removes what a kill left of an earlier fetch, but not the part that a download goes on from. For
    /// whoever holds the entry's lock.
    void sweep(const WeightsEntry& entry) const;
    bool present(const WeightsEntry& entry) const;
    /// Hashed unless size and time of change are those of the last check. Nothing where there is none. A
    /// damaged file is set aside, so that it does not count as present any more.
    Result<std::optional<StoredWeights>> verified(const WeightsEntry& entry, const Monitor& monitor) const;
    Result<StoredWeights> keep(const WeightsEntry& entry, const weights::TensorMap& tensors,
                               const Provenance& from, const Monitor& monitor) const;

    /// For a file outside the store: whether it was checked before, and is still the same, with this hash.
    bool knownGood(const std::filesystem::path& file, const std::string& sha256) const;
    void rememberGood(const std::filesystem::path& file, const std::string& sha256) const;

private:
    void setAside(const WeightsEntry& entry) const;
    std::filesystem::path fileOf(const WeightsEntry& entry) const {
        return m_folder / (entry.id + ".safetensors");
    }
    std::filesystem::path sidecarOf(const WeightsEntry& entry) const {
        return m_folder / (entry.id + ".json");
    }

    std::filesystem::path m_folder;
};

} // namespace graft::zoo
