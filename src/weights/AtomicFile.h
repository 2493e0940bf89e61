#pragma once

#include "base/Result.h"

#include <filesystem>
#include <span>
#include <string>

namespace graft::weights {

/// A file written piece by piece that takes its name only in commit(); before that, and after an error, what
/// was there stays. What was not committed is removed.
class AtomicFile {
public:
    explicit AtomicFile(std::filesystem::path path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    Result<> write(std::span<const std::byte> bytes);
    Result<> commit();

private:
    Error failed() const;

    std::filesystem::path m_path;
    std::string m_temporary;
    int m_descriptor;
    int m_error = 0;
};

} // namespace graft::weights
