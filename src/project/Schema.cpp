#include "project/Schema.h"

#include <QCoreApplication>

namespace graft::project {

namespace {

constexpr int kApplicationId = 0x47524654; // "GRFT"

// References are checked at the commit, so that the order of changes inside an edit does not matter.
const char* const kTables[] = {
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID",
    "CREATE TABLE classes (id INTEGER PRIMARY KEY, name TEXT NOT NULL, color INTEGER NOT NULL, position "
    "INTEGER NOT NULL)",
    "CREATE TABLE images (id INTEGER PRIMARY KEY, path TEXT NOT NULL, content_hash TEXT NOT NULL, "
    "file_bytes INTEGER NOT NULL, modified INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT "
    "NULL, "
    "format TEXT NOT NULL, group_name TEXT NOT NULL, "
    "label INTEGER REFERENCES classes(id) DEFERRABLE INITIALLY DEFERRED, "
    "split INTEGER NOT NULL, split_by_hand INTEGER NOT NULL, channels INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE shapes (id INTEGER PRIMARY KEY, "
    "image INTEGER NOT NULL REFERENCES images(id) DEFERRABLE INITIALLY DEFERRED, "
    "class INTEGER REFERENCES classes(id) DEFERRABLE INITIALLY DEFERRED, geometry BLOB NOT NULL, "
    "flags INTEGER NOT NULL DEFAULT 0, z INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE issues (id INTEGER PRIMARY KEY AUTOINCREMENT, severity INTEGER NOT NULL, path TEXT NOT "
    "NULL, "
    "problem TEXT NOT NULL)",
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    // Entry n is the n-th command of the undo stack. Its payload may come in parts: an import in portions is
    // one entry.
    "CREATE TABLE journal (id INTEGER PRIMARY KEY, verb TEXT NOT NULL, arguments TEXT NOT NULL, made INTEGER "
    "NOT NULL)",
    "CREATE TABLE journal_parts (entry INTEGER NOT NULL REFERENCES journal(id) ON DELETE CASCADE, part "
    "INTEGER NOT NULL, "
    "payload BLOB NOT NULL, PRIMARY KEY (entry, part))",
};

struct Step {
    int to; ///< format
    const char* statement;
};
constexpr Step kSteps[] = {{2, "ALTER TABLE shapes ADD COLUMN flags INTEGER NOT NULL DEFAULT 0"},
                           {2, "ALTER TABLE shapes ADD COLUMN z INTEGER NOT NULL DEFAULT 0"},
                           {2, "ALTER TABLE shapes ADD COLUMN note TEXT NOT NULL DEFAULT ''"},
                           {3, "ALTER TABLE images ADD COLUMN channels INTEGER NOT NULL DEFAULT 0"}};

QString programVersion() {
    const QString version = QCoreApplication::applicationVersion();
    return version.isEmpty() ? QStringLiteral("unknown") : version;
}

Error newerFormat(Database& database, std::int64_t format) {
    const auto writer = database.value(QStringLiteral("SELECT value FROM meta WHERE key = 'written_by'"));
    const std::string version = writer ? writer->toString().toStdString() : std::string("?");
    return {translate(
        "Schema",
        "it was written by a newer Graft Studio (version %1, project format %2; this program reads up to "
        "format %3). Nothing was touched. Install the newer version to open it",
        {version, std::to_string(format), std::to_string(formatNumber)})};
}

} // namespace

Result<> setMeta(Database& database, const QString& key, const QVariant& value) {
    return database.execute(QStringLiteral("INSERT INTO meta (key, value) VALUES (?, ?) "
                                           "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                            {key, value});
}

Result<std::int64_t> metaNumber(Database& database, const QString& key, std::int64_t otherwise) {
    auto found = database.value(QStringLiteral("SELECT value FROM meta WHERE key = ?"), {key});
    if (!found)
        return found.error();
    return found->isValid() ? std::int64_t(found->toLongLong()) : otherwise;
}

Result<> stampWriter(Database& database) {
    const auto last = database.value(QStringLiteral("SELECT value FROM meta WHERE key = 'written_by'"));
    if (!last)
        return last.error();
    return last->toString() == programVersion()
               ? Result<>()
               : setMeta(database, QStringLiteral("written_by"), programVersion());
}

QStringList indexStatements() {
    return {
        QStringLiteral("CREATE INDEX IF NOT EXISTS images_label ON images (label)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS shapes_image ON shapes (image)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS shapes_class ON shapes (class)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS issues_path ON issues (path)"),
    };
}

Result<> createSchema(Database& database, annotation::TaskKind task) {
    Transaction transaction(database);
    if (auto done = transaction.begin(); !done)
        return done;
    QStringList statements;
    for (const char* table : kTables)
        statements << QString::fromLatin1(table);
    statements << indexStatements() << QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId)
               << QStringLiteral("PRAGMA user_version = %1").arg(formatNumber);
    for (const QString& statement : std::as_const(statements))
        if (auto done = database.execute(statement); !done)
            return done;
    const auto taskName = annotation::name(task);
    const std::pair<const char*, QVariant> facts[] = {
        {"task", QString::fromUtf8(taskName.data(), qsizetype(taskName.size()))},
        {"format", formatNumber},
        {"written_by", programVersion()},
    };
    for (const auto& [key, value] : facts)
        if (auto done = setMeta(database, QString::fromLatin1(key), value); !done)
            return done;
    return transaction.commit();
}

Result<annotation::TaskKind> readSchema(Database& database) {
    const auto application = database.value(QStringLiteral("PRAGMA application_id"));
    if (!application)
        return application.error();
    const auto format = database.value(QStringLiteral("PRAGMA user_version"));
    if (!format)
        return format.error();
    if (application->toInt() != kApplicationId || format->toInt() < 1)
        return Error{translate("Schema", "project.sqlite is not a project file of Graft Studio")};
    if (format->toInt() > formatNumber)
        return newerFormat(database, format->toLongLong());
    const auto task = database.value(QStringLiteral("SELECT value FROM meta WHERE key = 'task'"));
    if (!task)
        return task.error();
    const auto kind = annotation::taskNamed(task->toString().toStdString());
    if (!kind)
        return Error{
            translate("Schema", "project.sqlite does not say what the project is about; it is damaged")};
    return *kind;
}

Result<bool> isOlder(Database& database) {
    const auto format = database.value(QStringLiteral("PRAGMA user_version"));
    if (!format)
        return format.error();
    return format->toInt() < formatNumber;
}

Result<> upgradeSchema(Database& database) {
    Transaction transaction(database);
    if (auto done = transaction.begin(); !done)
        return done;
    const auto format = database.value(QStringLiteral("PRAGMA user_version"));
    if (!format)
        return format.error();
    for (const Step& step : kSteps)
        if (step.to > format->toInt())
            if (auto done = database.execute(QString::fromLatin1(step.statement)); !done)
                return done;
    if (auto done = database.execute(QStringLiteral("PRAGMA user_version = %1").arg(formatNumber)); !done)
        return done;
    if (auto done = setMeta(database, QStringLiteral("format"), formatNumber); !done)
        return done;
    return transaction.commit();
}

} // namespace graft::project
