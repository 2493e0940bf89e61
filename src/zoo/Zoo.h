#pragma once

#include "base/Monitor.h"
#include "base/Result.h"
#include "zoo/Catalogue.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace graft::zoo {

/// Weights that are on this machine and verified.
struct StoredWeights {
    std::filesystem::path file; ///< safetensors with torchvision's names
    std::string sha256;         ///< of this file
};

/// The catalogue and the weights kept on this machine. Thread-safe: holds no state but paths and the
/// catalogue.
class Zoo {
public:
    struct Places {
        std::filesystem::path store;         ///< where fetched weights are kept
        std::filesystem::path offeredFolder; ///< GRAFT_WEIGHTS_DIR; may be empty
        std::string npm = "npm";             ///< the registry client
        bool plainHttpOnLoopback = false;    ///< for tests with a server on 127.0.0.1; else only https
    };
    /// Store in the user's data folder, GRAFT_WEIGHTS_DIR from the environment; GRAFT_DATA_DIR moves the
    /// store.
    static Places defaultPlaces();

    Zoo(std::vector<WeightsEntry> catalogue, Places places);
    static Result<Zoo> openDefault();

    std::span<const WeightsEntry> entries() const;
    const WeightsEntry* entry(const std::string& id) const;
    /// For an architecture: what is present first, then the catalogue's order.
    std::vector<const WeightsEntry*> entriesFor(const std::string& model) const;
    /// Quick: by file name and size, not by hashing.
    bool present(const WeightsEntry& entry) const;

    /// The verified file, from the store or the offered folder, without network. An Error where it is not
    /// here or damaged.
    Result<StoredWeights> locate(const WeightsEntry& entry, const Monitor& monitor = {}) const;
    /// locate(), else the sources in order. Half files are kept aside and resumed, never used. Without
    /// network: one sentence that says so and how to import a file.
    Result<StoredWeights> fetch(const WeightsEntry& entry, const Monitor& monitor = {}) const;
    /// Checks that the file's tensors fit the entry's architecture, converts where needed, and keeps it.
    Result<StoredWeights> importFile(const WeightsEntry& entry, const std::filesystem::path& file,
                                     const Monitor& monitor = {}) const;

private:
    std::vector<WeightsEntry> m_catalogue;
    Places m_places;
};

} // namespace graft::zoo
