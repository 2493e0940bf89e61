#pragma once

#include "base/Result.h"

#include <filesystem>

namespace graft::project {

/// The right to write to a project: an advisory lock on project.lock, which the kernel lets go when the
/// process dies.
class Lock {
public:
    /// An Error names the process that holds it.
    static Result<Lock> take(const std::filesystem::path& projectFolder);
    Lock(Lock&& other) noexcept;
    Lock& operator=(Lock&& other) noexcept;
    ~Lock();

private:
    explicit Lock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

} // namespace graft::project
