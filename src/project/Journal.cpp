#include "project/Journal.h"

#include "base/Log.h"
#include "project/RowWriter.h"
#include "project/Schema.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace graft::project {

namespace {

QString argumentsText(const std::vector<std::string>& arguments) {
    QJsonArray array;
    for (const std::string& argument : arguments)
        array.append(QString::fromStdString(argument));
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<std::string> argumentsFrom(const QString& text) {
    std::vector<std::string> arguments;
    for (const QJsonValue& value : QJsonDocument::fromJson(text.toUtf8()).array())
        arguments.push_back(value.toString().toStdString());
    return arguments;
}

Error damagedEntry() {
    return {translate(
        "Journal", "this entry of the undo history is damaged; `graft check --repair` empties the history")};
}

Result<NextIds> loadNextIds(Database& database) {
    NextIds ids;
    const std::tuple<Table, const char*, std::int64_t*> counters[] = {
        {Table::Images, "next_image", &ids.image},
        {Table::Classes, "next_class", &ids.labelClass},
        {Table::Shapes, "next_shape", &ids.shape},
    };
    for (const auto& [table, key, counter] : counters) {
        const auto stored = metaNumber(database, QString::fromLatin1(key), 1);
        if (!stored)
            return stored.error();
        const auto used = database.value(
            QStringLiteral("SELECT coalesce(max(id), 0) FROM %1").arg(QString::fromLatin1(nameOf(table))));
        if (!used)
            return used.error();
        *counter = std::max<std::int64_t>(*stored, used->toLongLong() + 1);
    }
    return ids;
}

Result<> emptyBrokenHistory(Database& database) {
    log(LogLevel::Warning, "the undo history has gaps and is emptied");
    Transaction transaction(database);
    if (auto done = transaction.begin(); !done)
        return done;
    if (auto done = clearJournal(database); !done)
        return done;
    return transaction.commit();
}

} // namespace

Result<> clearJournal(Database& database) {
    if (auto done = database.execute(QStringLiteral("DELETE FROM journal_parts")); !done)
        return done;
    if (auto done = database.execute(QStringLiteral("DELETE FROM journal")); !done)
        return done;
    return setMeta(database, QStringLiteral("journal_position"), 0);
}

Result<std::vector<RowChange>> readEntry(Database& database, std::int64_t entry) {
    std::vector<RowChange> changes;
    bool readable = true;
    int parts = 0;
    const auto done =
        database.select(QStringLiteral("SELECT payload FROM journal_parts WHERE entry = ? ORDER BY part"),
                        {qlonglong(entry)}, [&](const QSqlQuery& query) {
                            const QByteArray payload = query.value(0).toByteArray();
                            auto part =
                                decodeChanges(std::string_view(payload.data(), std::size_t(payload.size())));
                            readable = readable && part;
                            ++parts;
                            if (readable)
                                changes.insert(changes.end(), std::move_iterator(part->begin()),
                                               std::move_iterator(part->end()));
                        });
    if (!done)
        return done.error();
    if (!readable || parts == 0)
        return damagedEntry();
    return changes;
}

Result<Journal> Journal::load(Database& database, std::vector<JournalEntry>& entries) {
    Journal journal(database);
    auto ids = loadNextIds(database);
    if (!ids)
        return ids.error();
    journal.m_nextIds = *ids;
    bool whole = true;
    entries.clear();
    const auto done =
        database.select(QStringLiteral("SELECT id, verb, arguments FROM journal ORDER BY id"), {},
                        [&](const QSqlQuery& query) {
                            whole = whole && query.value(0).toLongLong() == qlonglong(entries.size()) + 1;
                            entries.push_back({query.value(1).toString().toStdString(),
                                               argumentsFrom(query.value(2).toString())});
                        });
    if (!done)
        return done.error();
    const auto position = metaNumber(database, QStringLiteral("journal_position"), 0);
    if (!position)
        return position.error();
    if (whole && *position >= 0 && *position <= std::int64_t(entries.size())) {
        journal.m_position = *position;
        return journal;
    }
    entries.clear();
    if (auto emptied = emptyBrokenHistory(database); !emptied)
        return emptied.error();
    return journal;
}

Result<> Journal::write(const std::vector<RowChange>& changes) {
    return writeRows(*m_database, changes);
}

Result<> Journal::writeNextIds(const NextIds& ids) {
    const std::tuple<const char*, std::int64_t, std::int64_t> counters[] = {
        {"next_image", m_nextIds.image, ids.image},
        {"next_class", m_nextIds.labelClass, ids.labelClass},
        {"next_shape", m_nextIds.shape, ids.shape},
    };
    for (const auto& [key, before, after] : counters)
        if (before != after)
            if (auto done = setMeta(*m_database, QString::fromLatin1(key), qlonglong(after)); !done)
                return done;
    return {};
}

Result<> Journal::appendPart(std::int64_t entry, const std::vector<RowChange>& changes) {
    const std::string payload = encodeChanges(changes);
    return m_database->execute(QStringLiteral("INSERT INTO journal_parts (entry, part, payload) VALUES "
                                              "(?, (SELECT count(*) FROM journal_parts WHERE entry = ?), ?)"),
                               {qlonglong(entry), qlonglong(entry), QByteArray::fromStdString(payload)});
}

Result<> Journal::append(const JournalEntry& entry, const std::vector<RowChange>& changes,
                         const NextIds& nextIds) {
    Transaction transaction(*m_database);
    if (auto done = transaction.begin(); !done)
        return done;
    if (auto done = write(changes); !done)
        return done;
    const std::int64_t id = m_position + 1;
    if (auto done = m_database->execute(QStringLiteral("DELETE FROM journal WHERE id >= ?"), {qlonglong(id)});
        !done)
        return done;
    if (auto done = m_database->execute(
            QStringLiteral("INSERT INTO journal (id, verb, arguments, made) VALUES (?, ?, ?, ?)"),
            {qlonglong(id), QString::fromStdString(entry.verb), argumentsText(entry.arguments),
             QDateTime::currentSecsSinceEpoch()});
        !done)
        return done;
    if (auto done = appendPart(id, changes); !done)
        return done;
    if (auto done = setMeta(*m_database, QStringLiteral("journal_position"), qlonglong(id)); !done)
        return done;
    if (auto done = writeNextIds(nextIds); !done)
        return done;
    if (auto done = transaction.commit(); !done)
        return done;
    m_position = id;
    m_nextIds = nextIds;
    return {};
}

Result<> Journal::extend(const JournalEntry& entry, const std::vector<RowChange>& changes,
                         const NextIds& nextIds) {
    Transaction transaction(*m_database);
    if (auto done = transaction.begin(); !done)
        return done;
    if (auto done = write(changes); !done)
        return done;
    if (auto done = m_database->execute(QStringLiteral("UPDATE journal SET arguments = ? WHERE id = ?"),
                                        {argumentsText(entry.arguments), qlonglong(m_position)});
        !done)
        return done;
    if (auto done = appendPart(m_position, changes); !done)
        return done;
    if (auto done = writeNextIds(nextIds); !done)
        return done;
    if (auto done = transaction.commit(); !done)
        return done;
    m_nextIds = nextIds;
    return {};
}

Result<> Journal::move(std::int64_t position, const std::vector<RowChange>& changes) {
    Transaction transaction(*m_database);
    if (auto done = transaction.begin(); !done)
        return done;
    if (auto done = write(changes); !done)
        return done;
    if (auto done = setMeta(*m_database, QStringLiteral("journal_position"), qlonglong(position)); !done)
        return done;
    if (auto done = transaction.commit(); !done)
        return done;
    m_position = position;
    return {};
}

Result<std::vector<RowChange>> Journal::undo() {
    auto changes = readEntry(*m_database, m_position);
    if (!changes)
        return changes;
    std::vector<RowChange> back = inverse(std::move(*changes));
    if (auto done = move(m_position - 1, back); !done)
        return done.error();
    return back;
}

Result<std::vector<RowChange>> Journal::redo() {
    auto changes = readEntry(*m_database, m_position + 1);
    if (!changes)
        return changes;
    if (auto done = move(m_position + 1, *changes); !done)
        return done.error();
    return changes;
}

} // namespace graft::project
