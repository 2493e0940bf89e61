#include "training/StagedFile.h"

#include "base/Files.h"

#include <unistd.h>

namespace graft::training {

StagedFile::StagedFile(std::filesystem::path target) : m_target(std::move(target)) {
    m_path = m_target.parent_path() /
             ("." + m_target.filename().string() + ".unfinished-" + std::to_string(::getpid()));
}

StagedFile::~StagedFile() {
    std::error_code ignored;
    if (!m_committed)
        std::filesystem::remove(m_path, ignored);
}

Result<> StagedFile::commit() {
    std::error_code failed;
    std::filesystem::rename(m_path, m_target, failed);
    if (failed)
        return Error{translate("Training", "%1 cannot be written: %2.",
                               {m_target.string(), systemErrorText(failed.value())})};
    m_committed = true;
    return {};
}

} // namespace graft::training
