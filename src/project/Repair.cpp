#include "project/Repair.h"

#include "base/Files.h"
#include "project/Backup.h"
#include "project/Check.h"
#include "project/Journal.h"
#include "project/Lock.h"
#include "project/Paths.h"
#include "project/Schema.h"

#include <algorithm>

namespace graft::project {

namespace fs = std::filesystem;

namespace {

Error cannotRepair(const fs::path& folder, const Error& why) {
    return {translate("Check", "%1 could not be repaired: %2. Nothing was changed.",
                      {folder.string(), why.message}),
            why.detail};
}

Result<> mendTables(Database& database, std::vector<std::string>& mended) {
    bool rowsChanged = false;
    for (const Damage& damage : knownDamage()) {
        const auto count = database.value(damage.find);
        if (!count)
            return count.error();
        if (count->toLongLong() == 0)
            continue;
        if (auto done = database.execute(damage.mend); !done)
            return done;
        mended.push_back(damage.text(count->toString().toStdString()));
        rowsChanged = true;
    }
    const auto history = historyProblem(database);
    if (!history)
        return history.error();
    // An undo over mended rows would bring the damage back.
    if (history->empty() && !rowsChanged)
        return {};
    mended.push_back(translate("Check", "the undo history was emptied"));
    return clearJournal(database);
}

Result<std::vector<std::string>> mend(Database& database) {
    std::vector<std::string> mended;
    Transaction transaction(database);
    if (auto done = transaction.begin(); !done)
        return done.error();
    const auto before = integrityProblems(database);
    if (!before)
        return before.error();
    if (!before->empty()) {
        QStringList statements = indexStatements();
        statements << QStringLiteral("REINDEX");
        for (const QString& statement : std::as_const(statements))
            if (auto done = database.execute(statement); !done)
                return done.error();
        mended.push_back(translate("Check", "the indexes were built anew"));
    }
    if (auto done = mendTables(database, mended); !done)
        return done.error();
    if (auto done = transaction.commit(); !done)
        return done.error();
    return mended;
}

/// `damaged`: it failed because the file itself is, so that mending rows cannot help.
Result<std::vector<std::string>> mendInPlace(const fs::path& folder, bool& damaged) {
    auto database = Database::open(databaseFile(folder), Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    if (auto made = makeBackup(folder, QDateTime::currentDateTimeUtc()); !made) {
        const auto problems = integrityProblems(**database);
        damaged = !problems || !problems->empty();
        return made.error();
    }
    auto mended = mend(**database);
    const auto left = integrityProblems(**database);
    damaged = !left || !left->empty();
    if (mended && damaged)
        return Error{translate("Check", "project.sqlite is damaged")};
    return mended;
}

bool isGood(const fs::path& file) {
    auto database = Database::open(file, Database::Mode::Snapshot);
    if (!database || !readSchema(**database))
        return false;
    const auto problems = integrityProblems(**database);
    return problems && problems->empty();
}

/// project.sqlite with its log, moved into backups/ under a name that says what it is.
Result<fs::path> setAside(const fs::path& folder, const QDateTime& now) {
    const fs::path database = databaseFile(folder);
    const std::string name =
        "damaged-" + now.toString(QStringLiteral("yyyyMMdd-HHmmss")).toStdString() + ".sqlite";
    const fs::path kept = backupsFolder(folder) / name;
    std::error_code failure;
    fs::create_directories(kept.parent_path(), failure);
    for (const char* ending : {"-wal", "-shm", ""}) {
        const fs::path part = database.string() + ending;
        if (fs::exists(part, failure))
            fs::rename(part, kept.string() + ending, failure);
        if (failure)
            return Error{systemErrorText(failure.value())};
    }
    return kept;
}

/// What SQLite can still read of a damaged file, written anew. Nothing when that is not a whole project.
bool salvage(const fs::path& damaged, const fs::path& target) {
    std::error_code ignored;
    fs::remove(target, ignored);
    {
        auto database = Database::open(damaged, Database::Mode::ReadWrite);
        if (!database ||
            !(*database)->execute(QStringLiteral("VACUUM INTO ?"), {QString::fromStdString(target.string())}))
            return false;
    }
    return isGood(target);
}

Result<std::vector<std::string>> replaceDatabase(const fs::path& folder) {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const fs::path fresh = folder / "project.sqlite.repaired";
    const std::vector<Backup> backups = listBackups(folder);
    const auto good = std::ranges::find_if(backups, [](const Backup& backup) { return isGood(backup.file); });
    const bool salvaged = salvage(databaseFile(folder), fresh);
    std::error_code failure;
    if (!salvaged) {
        if (good == backups.end())
            return Error{translate("Check", "the file is unreadable and there is no good backup in %1",
                                   {backupsFolder(folder).string()})};
        fs::copy_file(good->file, fresh, fs::copy_options::overwrite_existing, failure);
        if (failure)
            return Error{systemErrorText(failure.value())};
    }
    auto kept = setAside(folder, now);
    if (!kept)
        return kept.error();
    fs::rename(fresh, databaseFile(folder), failure);
    if (failure)
        return Error{systemErrorText(failure.value())};
    return std::vector{
        salvaged ? translate("Check", "project.sqlite was damaged; all that it held was written anew")
                 : translate(
                       "Check",
                       "project.sqlite was unreadable; the backup of %1 took its place, later edits are lost",
                       {good->made.toString(Qt::ISODate).toStdString()}),
        translate("Check", "the damaged file is kept as %1", {kept->string()})};
}

} // namespace

Result<std::vector<std::string>> repairDatabase(const fs::path& folder, bool readable) {
    auto lock = Lock::take(folder);
    if (!lock)
        return lock.error();
    if (readable) {
        bool damaged = false;
        auto mended = mendInPlace(folder, damaged);
        if (mended)
            return mended;
        if (!damaged)
            return cannotRepair(folder, mended.error());
    }
    auto replaced = replaceDatabase(folder);
    return replaced ? replaced : Result<std::vector<std::string>>(cannotRepair(folder, replaced.error()));
}

} // namespace graft::project
