#pragma once

#include "project/Database.h"

#include <QTemporaryDir>

namespace graft::project {

/// project.sqlite open for reading, also beside a running writer and on a medium that cannot be written to
/// or is full.
class Snapshot {
public:
    static Result<Snapshot> open(const std::filesystem::path& projectFolder);
    Database& database() { return *m_database; }

private:
    static Result<Snapshot> openWithoutWriting(std::filesystem::path file);

    std::unique_ptr<QTemporaryDir> m_copy; ///< outlives the database
    std::unique_ptr<Database> m_database;
};

} // namespace graft::project
