#pragma once

#include "base/Result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace graft::weights {

/// Bytes that a reader may look at piece by piece, so that a large file is never in memory twice.
class ByteSource {
public:
    explicit ByteSource(std::string name) : m_name(std::move(name)) {}
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// What messages call it.
    const std::string& name() const { return m_name; }
    virtual std::uint64_t size() const = 0;
    /// Fills `target` from `offset` on. Bytes past the end are an Error.
    Result<> read(std::uint64_t offset, std::span<std::byte> target) const;

protected:
    /// Only for ranges inside size().
    virtual Result<> readInside(std::uint64_t offset, std::span<std::byte> target) const = 0;

private:
    std::string m_name;
};

/// A file on disk.
Result<std::unique_ptr<ByteSource>> openFile(const std::filesystem::path& path, std::uint64_t limit);
std::unique_ptr<ByteSource> inMemory(std::string name, std::vector<std::byte> bytes);
/// One after the other, as one.
std::unique_ptr<ByteSource> concatenated(std::string name, std::vector<std::unique_ptr<ByteSource>> parts);

/// A part of another source, which must live longer.
std::unique_ptr<ByteSource> slice(const ByteSource& whole, std::uint64_t begin, std::uint64_t size);

/// "FILE cannot be used as weights: REASON.": `reason` is a clause without a full stop.
Error refused(const std::string& file, const std::string& reason);
Error refused(const ByteSource& source, const std::string& reason);

} // namespace graft::weights
