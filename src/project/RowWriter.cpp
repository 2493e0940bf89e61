#include "project/RowWriter.h"

#include <QStringList>

namespace graft::project {

namespace {

QString columnName(const RowChange& change, std::size_t i) {
    return QString::fromLatin1(columnsOf(change.table)[change.columns[i]].name);
}

QString insertStatement(const RowChange& change) {
    QStringList names{QStringLiteral("id")};
    QStringList marks{QStringLiteral("?")};
    for (std::size_t i = 0; i < change.columns.size(); ++i) {
        names << columnName(change, i);
        marks << QStringLiteral("?");
    }
    return QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
        .arg(QString::fromLatin1(nameOf(change.table)), names.join(QStringLiteral(", ")),
             marks.join(QStringLiteral(", ")));
}

QString updateStatement(const RowChange& change) {
    QStringList settings;
    for (std::size_t i = 0; i < change.columns.size(); ++i)
        settings << columnName(change, i) + QStringLiteral(" = ?");
    return QStringLiteral("UPDATE %1 SET %2 WHERE id = ?")
        .arg(QString::fromLatin1(nameOf(change.table)), settings.join(QStringLiteral(", ")));
}

QString statementFor(const RowChange& change) {
    if (change.added())
        return insertStatement(change);
    if (change.removed())
        return QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(QString::fromLatin1(nameOf(change.table)));
    return updateStatement(change);
}

bool sameStatement(const RowChange& a, const RowChange& b) {
    return a.table == b.table && a.added() == b.added() && a.removed() == b.removed() &&
           a.columns == b.columns;
}

QVariant bound(const Cell& cell, ColumnKind kind) {
    if (kind == ColumnKind::Text)
        return QString::fromStdString(std::get<std::string>(cell));
    if (kind == ColumnKind::Blob)
        return QByteArray::fromStdString(std::get<std::string>(cell));
    const qlonglong number = std::get<std::int64_t>(cell);
    const bool none = kind == ColumnKind::Reference && number == 0;
    return none ? QVariant(QMetaType::fromType<qlonglong>()) : QVariant(number);
}

QVariantList valuesOf(const RowChange& change) {
    QVariantList values;
    if (change.added())
        values << qlonglong(change.id);
    for (std::size_t i = 0; i < change.after.size(); ++i)
        values << bound(change.after[i], columnsOf(change.table)[change.columns[i]].kind);
    if (!change.added())
        values << qlonglong(change.id);
    return values;
}

} // namespace

Result<> writeRows(Database& database, const std::vector<RowChange>& changes) {
    QString statement;
    const RowChange* previous = nullptr;
    for (const RowChange& change : changes) {
        if (!previous || !sameStatement(*previous, change))
            statement = statementFor(change);
        previous = &change;
        if (auto done = database.execute(statement, valuesOf(change)); !done)
            return done;
    }
    return {};
}

} // namespace graft::project
