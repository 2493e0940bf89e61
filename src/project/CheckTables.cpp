#include "project/Check.h"

#include "project/Journal.h"
#include "project/Schema.h"

namespace graft::project {

const std::vector<Damage>& knownDamage() {
    static const std::vector<Damage> all = {
        {QStringLiteral(
             "SELECT count(*) FROM images WHERE label IS NOT NULL AND label NOT IN (SELECT id FROM classes)"),
         QStringLiteral("UPDATE images SET label = NULL WHERE label IS NOT NULL AND label NOT IN (SELECT id "
                        "FROM classes)"),
         [](const std::string& count) {
             return translate("Check", "images with a class that does not exist: %1", {count});
         }},
        {QStringLiteral("SELECT count(*) FROM shapes WHERE image NOT IN (SELECT id FROM images)"),
         QStringLiteral("DELETE FROM shapes WHERE image NOT IN (SELECT id FROM images)"),
         [](const std::string& count) {
             return translate("Check", "shapes on an image that does not exist: %1", {count});
         }},
        {QStringLiteral(
             "SELECT count(*) FROM shapes WHERE class IS NULL OR class NOT IN (SELECT id FROM classes)"),
         QStringLiteral("DELETE FROM shapes WHERE class IS NULL OR class NOT IN (SELECT id FROM classes)"),
         [](const std::string& count) {
             return translate("Check", "shapes with a class that does not exist: %1", {count});
         }},
        {QStringLiteral(
             "SELECT count(*) FROM shapes WHERE hex(substr(geometry, 1, 1)) NOT BETWEEN '01' AND '07'"),
         QStringLiteral("DELETE FROM shapes WHERE hex(substr(geometry, 1, 1)) NOT BETWEEN '01' AND '07'"),
         [](const std::string& count) {
             return translate("Check", "shapes of a kind that does not exist: %1", {count});
         }},
        {QStringLiteral("SELECT count(*) FROM images WHERE split NOT BETWEEN 0 AND 3"),
         QStringLiteral("UPDATE images SET split = 0, split_by_hand = 0 WHERE split NOT BETWEEN 0 AND 3"),
         [](const std::string& count) {
             return translate("Check", "images on an unknown side of the split: %1", {count});
         }},
    };
    return all;
}

Result<std::vector<std::string>> integrityProblems(Database& database) {
    std::vector<std::string> problems;
    const auto done =
        database.select(QStringLiteral("PRAGMA integrity_check(20)"), {}, [&](const QSqlQuery& query) {
            const QString line = query.value(0).toString();
            if (line != QStringLiteral("ok"))
                problems.push_back(line.toStdString());
        });
    if (!done)
        return done.error();
    for (const QString& statement : indexStatements()) {
        const QString name = statement.section(QLatin1Char(' '), 5, 5);
        const auto found = database.value(
            QStringLiteral("SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name = ?"), {name});
        if (!found)
            return found.error();
        if (found->toInt() == 0)
            problems.push_back(translate("Check", "the index %1 is missing", {name.toStdString()}));
    }
    return problems;
}

Result<std::string> historyProblem(Database& database) {
    const auto count = database.value(QStringLiteral("SELECT count(*) FROM journal"));
    const auto first = metaNumber(database, QStringLiteral("journal_first"), 1);
    const auto position = metaNumber(database, QStringLiteral("journal_position"), 0);
    if (!count)
        return count.error();
    if (!first)
        return first.error();
    if (!position)
        return position.error();
    const std::int64_t end = *first + count->toLongLong();
    const auto outside =
        database.value(QStringLiteral("SELECT count(*) FROM journal WHERE id NOT BETWEEN ? AND ?"),
                       {qlonglong(*first), qlonglong(end - 1)});
    if (!outside)
        return outside.error();
    if (*first < 1 || outside->toLongLong() > 0 || *position < *first - 1 || *position >= end)
        return translate("Check", "the undo history has gaps");
    for (std::int64_t entry = *first; entry < end; ++entry)
        if (!readEntry(database, entry))
            return translate("Check", "entry %1 of the undo history cannot be read", {std::to_string(entry)});
    return std::string();
}

} // namespace graft::project
