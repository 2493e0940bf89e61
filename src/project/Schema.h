#pragma once

#include "annotation/LabelClass.h"
#include "project/Database.h"

#include <QStringList>

namespace graft::project {

/// The newest format of project.sqlite that this program reads and writes. Raise it with every change of the
/// tables, and say in upgradeSchema() how an older file gets there.
///  1  the first
///  2  shapes have flags, z, note, and more kinds of geometry
///  3  images have channels
inline constexpr int formatNumber = 3;

/// Tables, indexes and the document's own facts, in one transaction.
Result<> createSchema(Database& database, annotation::TaskKind task);

/// Refuses what is no project and what a newer program has written.
Result<annotation::TaskKind> readSchema(Database& database);

/// Whether the file is of an older format, which upgradeSchema() changes.
Result<bool> isOlder(Database& database);
/// Adds what newer formats have, in one transaction. Without it an older file can still be read.
Result<> upgradeSchema(Database& database);

/// Notes the version of this program in the file, where another one wrote last.
Result<> stampWriter(Database& database);

/// One "CREATE INDEX IF NOT EXISTS" per index the tables should have.
QStringList indexStatements();

Result<std::int64_t> metaNumber(Database& database, const QString& key, std::int64_t otherwise);
Result<> setMeta(Database& database, const QString& key, const QVariant& value);

} // namespace graft::project
