#pragma once

#include "base/Result.h"

#include <filesystem>

namespace graft::training {

/// A file that is made and looked at under a name beside its own, which it takes only in commit(). Without
/// that it is removed.
class StagedFile {
public:
    explicit StagedFile(std::filesystem::path target);
    ~StagedFile();
    StagedFile(const StagedFile&) = delete;
    StagedFile& operator=(const StagedFile&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    Result<> commit();

private:
    std::filesystem::path m_target;
    std::filesystem::path m_path;
    bool m_committed = false;
};

} // namespace graft::training
