#include "project/Backup.h"

#include "base/Files.h"
#include "project/Database.h"
#include "project/Paths.h"

#include <QTimeZone>

#include <algorithm>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace graft::project {

namespace fs = std::filesystem;

namespace {

constexpr int kDaysKept = 7;
constexpr int kWeeksKept = 4;
const QString kTimeFormat = QStringLiteral("yyyyMMdd-HHmmss");
const std::string kPrefix = "project-";
const std::string kEnding = ".sqlite";
const std::string kPartial = ".partial";

QDateTime timeOf(const fs::path& file) {
    const std::string name = file.filename().string();
    if (!name.starts_with(kPrefix) || !name.ends_with(kEnding) ||
        name.size() < kPrefix.size() + kEnding.size())
        return {};
    const std::string time = name.substr(kPrefix.size(), name.size() - kPrefix.size() - kEnding.size());
    QDateTime made = QDateTime::fromString(QString::fromStdString(time), kTimeFormat);
    made.setTimeZone(QTimeZone::utc());
    return made;
}

fs::path fileFor(const fs::path& projectFolder, const QDateTime& now) {
    return backupsFolder(projectFolder) /
           (kPrefix + now.toUTC().toString(kTimeFormat).toStdString() + kEnding);
}

/// Invalid for a file that is absent or empty.
QDateTime modificationTime(const fs::path& file) {
    struct stat status {};
    const bool filled = ::stat(file.c_str(), &status) == 0 && status.st_size > 0;
    return filled ? QDateTime::fromSecsSinceEpoch(status.st_mtime, Qt::UTC) : QDateTime();
}

QDateTime lastEdit(const fs::path& projectFolder) {
    const fs::path database = databaseFile(projectFolder);
    const QDateTime inLog = modificationTime(database.string() + "-wal");
    const QDateTime inFile = modificationTime(database);
    return inLog.isValid() ? std::max(inLog, inFile) : inFile;
}

void flushToDisk(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

/// Day or week of a time, as one number that grows.
int dayOf(const QDateTime& time) {
    return int(time.date().toJulianDay());
}
int weekOf(const QDateTime& time) {
    return dayOf(time) / 7;
}

} // namespace

std::vector<Backup> listBackups(const fs::path& projectFolder) {
    std::vector<Backup> backups;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(backupsFolder(projectFolder), ignored))
        if (const QDateTime made = timeOf(entry.path()); made.isValid())
            backups.push_back({entry.path(), made});
    std::ranges::sort(backups, [](const Backup& a, const Backup& b) { return a.made > b.made; });
    return backups;
}

bool backupIsDue(const fs::path& projectFolder, const QDateTime& now) {
    const std::vector<Backup> backups = listBackups(projectFolder);
    if (backups.empty())
        return true;
    return backups.front().made.addDays(1) < now && backups.front().made < lastEdit(projectFolder);
}

Result<fs::path> makeBackup(const fs::path& projectFolder, const QDateTime& now) {
    const fs::path target = fileFor(projectFolder, now);
    const fs::path partial = target.string() + kPartial;
    std::error_code failure;
    fs::create_directories(target.parent_path(), failure);
    fs::remove(partial, failure);
    auto database = Database::open(databaseFile(projectFolder), Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    auto copied =
        (*database)->execute(QStringLiteral("VACUUM INTO ?"), {QString::fromStdString(partial.string())});
    if (!copied) {
        fs::remove(partial, failure);
        return copied.error();
    }
    flushToDisk(partial);
    fs::rename(partial, target, failure);
    if (failure)
        return Error{systemErrorText(failure.value())};
    return target;
}

std::vector<QDateTime> outdated(std::vector<QDateTime> made) {
    std::ranges::sort(made, std::greater<>());
    std::set<int> days;
    std::set<int> weeks;
    std::vector<QDateTime> old;
    for (const QDateTime& time : made) {
        const bool newestOfDay = days.size() < kDaysKept && days.insert(dayOf(time)).second;
        const bool newestOfWeek = weeks.size() < kWeeksKept && weeks.insert(weekOf(time)).second;
        if (!newestOfDay && !newestOfWeek)
            old.push_back(time);
    }
    return old;
}

void pruneBackups(const fs::path& projectFolder) {
    const std::vector<Backup> backups = listBackups(projectFolder);
    std::vector<QDateTime> made;
    for (const Backup& backup : backups)
        made.push_back(backup.made);
    std::error_code ignored;
    for (const QDateTime& time : outdated(made))
        fs::remove(fileFor(projectFolder, time), ignored);
    std::vector<fs::path> leftovers;
    for (const auto& entry : fs::directory_iterator(backupsFolder(projectFolder), ignored))
        if (entry.path().extension() == kPartial)
            leftovers.push_back(entry.path());
    for (const fs::path& leftover : leftovers)
        fs::remove(leftover, ignored);
}

} // namespace graft::project
