#pragma once

#include "base/Result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

namespace graft::project {

/// One SQLite connection. Used by the thread that opened it. The message of its Errors is only the reason
/// ("the disk is full"); who calls says what could not be done.
class Database {
public:
    /// Snapshot: a file that nobody writes and no folder of which need be writable (SQLite's immutable).
    enum class Mode { Create, ReadWrite, ReadOnly, Snapshot };
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Result<> execute(const QString& sql, const QVariantList& values = {});
    /// Calls `row` for every row of the answer.
    Result<> select(const QString& sql, const QVariantList& values,
                    const std::function<void(const QSqlQuery&)>& row);
    /// First cell of the first row; invalid where there is none.
    Result<QVariant> value(const QString& sql, const QVariantList& values = {});

    /// What failed last was the file itself: damaged, or no SQLite file.
    bool damaged() const { return m_damaged; }

private:
    Database() = default;
    Result<QSqlQuery*> run(const QString& sql, const QVariantList& values);
    Error errorOf(const QSqlError& error);

    QString m_name;
    QSqlDatabase m_connection;
    std::unordered_map<std::string, std::unique_ptr<QSqlQuery>> m_statements;
    bool m_damaged = false;
};

/// Takes everything back unless committed.
class Transaction {
public:
    explicit Transaction(Database& database) : m_database(database) {}
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    Result<> begin();
    Result<> commit();

private:
    Database& m_database;
    bool m_open = false;
};

} // namespace graft::project
