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
    const auto last = database.value(QStringLiteral("SELECT coalesce(max(id), 0) FROM journal"));
    const auto position = metaNumber(database, QStringLiteral("journal_position"), 0);
    if (!count)
        return count.error();
    if (!last)
        return last.error();
    if (!position)
        return position.error();
    if (count->toLongLong() != last->toLongLong() || *position < 0 || *position > last->toLongLong())
        return translate("Check", "the undo history has gaps");
    for (std::int64_t entry = 1; entry <= last->toLongLong(); ++entry)
        if (!readEntry(database, entry))
            return translate("Check", "entry %1 of the undo history cannot be read", {std::to_string(entry)});
    return std::string();
}

} // namespace graft::project
