#include "project/Database.h"

#include "base/Log.h"

#include <QSqlError>
#include <QUrl>

#include <atomic>

namespace graft::project {

namespace {

// SQLite's primary result codes.
enum Code {
    Busy = 5,
    Locked = 6,
    ReadOnlyFile = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NoDatabase = 26
};

/// SQLite's extended code: the file beside the log could not grow.
constexpr int kNoRoomForSharedMemory = InputOutput | (19 << 8);

std::string reasonOf(int extended) {
    const int code = extended == kNoRoomForSharedMemory ? int(Full) : extended & 0xFF;
    switch (code) {
    case Busy:
    case Locked:
        return translate("Database", "another program is writing to it");
    case ReadOnlyFile:
        return translate("Database", "it is read-only");
    case InputOutput:
        return translate("Database", "the disk reported an error");
    case Corrupt:
        return translate("Database", "project.sqlite is damaged");
    case Full:
        return translate("Database", "the disk is full");
    case CannotOpen:
        return translate("Database", "project.sqlite cannot be opened");
    case NoDatabase:
        return translate("Database", "project.sqlite is not a project file, or it is damaged");
    default:
        return translate("Database", "SQLite gave the error %1", {std::to_string(code)});
    }
}

QString newConnectionName() {
    static std::atomic<int> count = 0;
    return QStringLiteral("graft-project-%1").arg(++count);
}

QString connectOptions(Database::Mode mode) {
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    if (mode == Database::Mode::ReadOnly || mode == Database::Mode::Snapshot)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (mode == Database::Mode::Snapshot)
        options += QStringLiteral(";QSQLITE_OPEN_URI");
    return options;
}

QString databaseName(const std::filesystem::path& file, Database::Mode mode) {
    const QString path = QString::fromStdString(file.string());
    if (mode != Database::Mode::Snapshot)
        return path;
    return QStringLiteral("file:") + QString::fromLatin1(QUrl::toPercentEncoding(path, "/")) +
           QStringLiteral("?immutable=1");
}

/// A commit is on the platter, not only in the system's memory, when it returns.
const char* const kWriterSettings[] = {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
                                       "PRAGMA foreign_keys=ON"};

} // namespace

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, Mode mode) {
    std::error_code ignored;
    if (mode != Mode::Create && !std::filesystem::is_regular_file(file, ignored))
        return Error{translate("Database", "project.sqlite is missing")};
    std::unique_ptr<Database> database(new Database);
    database->m_name = newConnectionName();
    database->m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_name);
    if (!database->m_connection.isValid())
        return Error{
            translate("Database", "Qt's SQLite driver is not installed (package libqt6sql6-sqlite)")};
    database->m_connection.setConnectOptions(connectOptions(mode));
    database->m_connection.setDatabaseName(databaseName(file, mode));
    if (!database->m_connection.open())
        return database->errorOf(database->m_connection.lastError());
    if (mode == Mode::Create || mode == Mode::ReadWrite)
        for (const char* setting : kWriterSettings)
            if (auto done = database->execute(QString::fromLatin1(setting)); !done)
                return done.error();
    return database;
}

Database::~Database() {
    m_statements.clear();
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(m_name);
}

Error Database::errorOf(const QSqlError& error) {
    const int extended = error.nativeErrorCode().toInt();
    const int code = extended & 0xFF;
    m_damaged = code == Corrupt || code == NoDatabase;
    return {reasonOf(extended), error.text().toStdString()};
}

Result<QSqlQuery*> Database::run(const QString& sql, const QVariantList& values) {
    std::unique_ptr<QSqlQuery>& statement = m_statements[sql.toStdString()];
    if (!statement) {
        statement = std::make_unique<QSqlQuery>(m_connection);
        statement->setForwardOnly(true);
        if (!statement->prepare(sql)) {
            const Error error = errorOf(statement->lastError());
            m_statements.erase(sql.toStdString());
            return error;
        }
    }
    for (int i = 0; i < values.size(); ++i)
        statement->bindValue(i, values[i]);
    if (!statement->exec()) {
        const Error error = errorOf(statement->lastError());
        statement->finish();
        return error;
    }
    return statement.get();
}

Result<> Database::execute(const QString& sql, const QVariantList& values) {
    auto statement = run(sql, values);
    if (!statement)
        return statement.error();
    (*statement)->finish();
    return {};
}

Result<> Database::select(const QString& sql, const QVariantList& values,
                          const std::function<void(const QSqlQuery&)>& row) {
    auto statement = run(sql, values);
    if (!statement)
        return statement.error();
    QSqlQuery& query = **statement;
    while (query.next())
        row(query);
    const QSqlError last = query.lastError();
    query.finish();
    return last.isValid() ? Result<>(errorOf(last)) : Result<>();
}

Result<QVariant> Database::value(const QString& sql, const QVariantList& values) {
    QVariant found;
    const auto done = select(sql, values, [&](const QSqlQuery& query) {
        if (!found.isValid())
            found = query.value(0);
    });
    return done ? Result<QVariant>(found) : Result<QVariant>(done.error());
}

Transaction::~Transaction() {
    if (m_open)
        if (auto done = m_database.execute(QStringLiteral("ROLLBACK")); !done)
            log(LogLevel::Info, "SQLite had rolled back by itself: " + done.error().detail);
}

Result<> Transaction::begin() {
    auto done = m_database.execute(QStringLiteral("BEGIN IMMEDIATE"));
    m_open = done.ok();
    return done;
}

Result<> Transaction::commit() {
    auto done = m_database.execute(QStringLiteral("COMMIT"));
    m_open = !done.ok();
    return done;
}

} // namespace graft::project
