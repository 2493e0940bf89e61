#include "project/State.h"

#include "base/Log.h"

#include <algorithm>

namespace graft::project {

namespace {

Cell cellOf(const QVariant& value, ColumnKind kind) {
    switch (kind) {
    case ColumnKind::Text:
        return value.toString().toStdString();
    case ColumnKind::Blob:
        return value.toByteArray().toStdString();
    case ColumnKind::Integer:
    case ColumnKind::Reference:
        break;
    }
    return std::int64_t(value.toLongLong());
}

/// How many columns the table has beside its id: fewer in a file of an older format that cannot be written
/// to.
Result<std::size_t> storedColumns(Database& database, Table table) {
    const auto count = database.value(QStringLiteral("SELECT count(*) - 1 FROM pragma_table_info('%1')")
                                          .arg(QString::fromLatin1(nameOf(table))));
    if (!count)
        return count.error();
    const bool older = count->toULongLong() < columnsOf(table).size();
    return older ? firstColumnsOf(table) : columnsOf(table).size();
}

/// Calls `take` with the id and the cells of every row, in order of id.
Result<> readTable(Database& database, Table table, const std::function<void(std::int64_t, Row)>& take) {
    const std::vector<Column>& columns = columnsOf(table);
    const auto stored = storedColumns(database, table);
    if (!stored)
        return stored.error();
    QString sql = QStringLiteral("SELECT id");
    for (std::size_t i = 0; i < *stored; ++i)
        sql += QStringLiteral(", ") + QString::fromLatin1(columns[i].name);
    sql += QStringLiteral(" FROM %1 ORDER BY id").arg(QString::fromLatin1(nameOf(table)));
    return database.select(sql, {}, [&](const QSqlQuery& query) {
        Row row;
        row.reserve(columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i)
            row.push_back(i < *stored ? cellOf(query.value(int(i) + 1), columns[i].kind)
                                      : emptyCell(columns[i].kind));
        take(query.value(0).toLongLong(), std::move(row));
    });
}

Result<> readIssues(Database& database, std::vector<Issue>& issues) {
    return database.select(QStringLiteral("SELECT id, severity, path, problem FROM issues ORDER BY id"), {},
                           [&](const QSqlQuery& query) {
                               issues.push_back({query.value(0).toLongLong(),
                                                 Issue::Severity(std::clamp(query.value(1).toInt(), 0, 2)),
                                                 query.value(2).toString().toStdString(),
                                                 query.value(3).toString().toStdString()});
                           });
}

Result<> readSettings(Database& database, std::map<std::string, std::string>& settings) {
    return database.select(
        QStringLiteral("SELECT key, value FROM settings"), {}, [&](const QSqlQuery& query) {
            settings[query.value(0).toString().toStdString()] = query.value(1).toString().toStdString();
        });
}

} // namespace

Result<State> State::load(Database& database) {
    State state;
    const auto imageColumns = everyColumn(Table::Images);
    Change ignored;
    const auto takeClass = [&](std::int64_t id, Row row) {
        state.applyClass(addedRow(Table::Classes, id, std::move(row)));
    };
    const auto takeImage = [&](std::int64_t id, Row row) {
        ImageRecord image{.id = {id}};
        setColumns(image, imageColumns, row);
        if (image.label && !state.labelClass(image.label)) {
            log(LogLevel::Warning, "image " + image.path + " has a class that is not there");
            image.label = {};
        }
        state.index(image);
        state.m_images.push_back(std::move(image));
    };
    const auto takeShape = [&](std::int64_t id, Row row) {
        state.applyShape(addedRow(Table::Shapes, id, std::move(row)), ignored);
    };
    if (auto done = readTable(database, Table::Classes, takeClass); !done)
        return done.error();
    if (auto done = readTable(database, Table::Images, takeImage); !done)
        return done.error();
    if (auto done = readTable(database, Table::Shapes, takeShape); !done)
        return done.error();
    if (auto done = readIssues(database, state.issues); !done)
        return done.error();
    if (auto done = readSettings(database, state.settings); !done)
        return done.error();
    std::ranges::sort(state.m_classes, {},
                      [](const annotation::LabelClass& c) { return std::pair(c.position, c.id); });
    return state;
}

} // namespace graft::project
