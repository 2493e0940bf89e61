#include "project/Snapshot.h"

#include "project/Paths.h"

#include <fcntl.h>
#include <unistd.h>

namespace graft::project {

namespace fs = std::filesystem;

namespace {

/// Edits that a killed writer left in the log, not yet in the main file.
bool hasLog(const fs::path& database) {
    std::error_code failure;
    const auto size = fs::file_size(database.string() + "-wal", failure);
    return !failure && size > 0;
}

bool mayWriteIn(const fs::path& folder) {
    return ::faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) == 0;
}

bool canBeRead(Database& database) {
    return database.value(QStringLiteral("PRAGMA schema_version")).ok() || database.damaged();
}

} // namespace

Result<Snapshot> Snapshot::open(const fs::path& projectFolder) {
    const fs::path file = databaseFile(projectFolder);
    if (mayWriteIn(projectFolder)) {
        auto database = Database::open(file, Database::Mode::ReadOnly);
        if (!database)
            return database.error();
        if (canBeRead(**database)) {
            Snapshot snapshot;
            snapshot.m_database = std::move(*database);
            return snapshot;
        }
    }
    return openWithoutWriting(file);
}

// SQLite reads a log only with a file beside it that it may write to; where there is no room for one, no
// writer is at work either. Without a log it need not look for one.
Result<Snapshot> Snapshot::openWithoutWriting(fs::path file) {
    Snapshot snapshot;
    auto mode = Database::Mode::Snapshot;
    if (hasLog(file)) {
        snapshot.m_copy = std::make_unique<QTemporaryDir>();
        const fs::path copy = snapshot.m_copy->filePath(QStringLiteral("project.sqlite")).toStdString();
        std::error_code failure;
        if (!snapshot.m_copy->isValid() || !fs::copy_file(file, copy, failure) ||
            !fs::copy_file(file.string() + "-wal", copy.string() + "-wal", failure))
            return Error{translate(
                "Project", "its folder cannot be written, and there is no room to read its last edits")};
        file = copy;
        mode = Database::Mode::ReadOnly;
    }
    auto database = Database::open(file, mode);
    if (!database)
        return database.error();
    snapshot.m_database = std::move(*database);
    return snapshot;
}

} // namespace graft::project
