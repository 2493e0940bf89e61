#pragma once

#include "weights/ByteSource.h"

#include <map>
#include <string>

namespace graft::weights {

/// One file of a zip archive.
struct ZipEntry {
    std::string name;
    bool deflated = false;
    std::uint32_t crc = 0;
    std::uint64_t packed = 0; ///< bytes in the archive
    std::uint64_t size = 0;   ///< bytes unpacked
    std::uint64_t headerAt = 0;
    std::uint64_t dataAt = 0;
};
using ZipDirectory = std::map<std::string, ZipEntry>;

struct ZipLimits {
    std::uint64_t directoryBytes = 64ull << 20;
    std::uint64_t unpackedBytes = 8ull << 30; ///< of all entries together
    std::size_t entries = 200'000;
};

/// The archive's directory (zip64 too). Encrypted, overlapping and impossibly well compressed entries are
/// refused.
Result<ZipDirectory> readZipDirectory(const ByteSource& archive, const ZipLimits& limits);
/// The entry's contents, its checksum verified. A stored entry is read from `archive`, which must live
/// longer.
Result<std::unique_ptr<ByteSource>> openZipEntry(const ByteSource& archive, const ZipEntry& entry);

} // namespace graft::weights
