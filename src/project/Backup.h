#pragma once

#include "base/Result.h"

#include <QDateTime>

#include <filesystem>
#include <vector>

// Whole copies of project.sqlite in backups/, named by their time.
namespace graft::project {

struct Backup {
    std::filesystem::path file;
    QDateTime made;
};

/// Newest first.
std::vector<Backup> listBackups(const std::filesystem::path& projectFolder);

/// Older than a day (or absent), and the project has changed since.
bool backupIsDue(const std::filesystem::path& projectFolder, const QDateTime& now);

/// Makes one beside a running writer, from its own connection; any thread. Complete or absent, never half.
Result<std::filesystem::path> makeBackup(const std::filesystem::path& projectFolder, const QDateTime& now);

/// Of times in any order, those that go: kept are the newest of each of the last seven days that have one,
/// and of each of the last four weeks that have one.
std::vector<QDateTime> outdated(std::vector<QDateTime> made);

/// Deletes the outdated backups, and what a killed backup left behind.
void pruneBackups(const std::filesystem::path& projectFolder);

} // namespace graft::project
