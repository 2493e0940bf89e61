#pragma once

#include "base/Result.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace graft::zoo {

/// Names inside the package ("ResNet50/model.json") and contents.
using PackageFiles = std::map<std::string, std::vector<std::byte>>;

struct PackageLimits {
    std::uint64_t wantedBytes = 2ull << 30;   ///< of the files that are taken
    std::uint64_t unpackedBytes = 4ull << 30; ///< of the whole package, also of what is passed over
    std::size_t entries = 100'000;
};

/// Takes files out of a compressed tar archive into memory; nothing is written to disk. `wanted` is one file,
/// or a folder where it ends in '/' (its own files, not those of its folders). Names count below the
/// archive's one top folder.
Result<PackageFiles> readPackage(const std::filesystem::path& archive, const std::string& wanted,
                                 const PackageLimits& limits = {});

} // namespace graft::zoo
