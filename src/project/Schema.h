#pragma once

#include "annotation/LabelClass.h"
#include "project/Database.h"

#include <QStringList>

namespace graft::project {

/// The newest format of project.sqlite that this program reads and writes. Raise it with every change of the
/// tables.
inline constexpr int formatNumber = 1;

/// Tables, indexes and the document's own facts, in one transaction.
Result<> createSchema(Database& database, annotation::TaskKind task);

/// Refuses what is no project and what a newer program has written.
Result<annotation::TaskKind> readSchema(Database& database);

/// Notes the version of this program in the file, where another one wrote last.
Result<> stampWriter(Database& database);

/// One "CREATE INDEX IF NOT EXISTS" per index the tables should have.
QStringList indexStatements();

Result<std::int64_t> metaNumber(Database& database, const QString& key, std::int64_t otherwise);
Result<> setMeta(Database& database, const QString& key, const QVariant& value);

} // namespace graft::project
