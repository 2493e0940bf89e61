#include "project/Journal.h"

#include "base/Log.h"
#include "project/RowWriter.h"
#include "project/Schema.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

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

Result<std::int64_t> bytesFrom(Database& database, std::int64_t entry) {
    const auto sum = database.value(
        QStringLiteral("SELECT coalesce(sum(length(payload)), 0) FROM journal_parts WHERE entry >= ?"),
        {qlonglong(entry)});
    return sum ? Result<std::int64_t>(sum->toLongLong()) : Result<std::int64_t>(sum.error());
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
    if (auto done = setMeta(database, QStringLiteral("journal_first"), 1); !done)
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
    const auto first = metaNumber(database, QStringLiteral("journal_first"), 1);
    if (!first)
        return first.error();
    bool whole = *first >= 1;
    entries.clear();
    const auto done = database.select(QStringLiteral("SELECT id, verb, arguments FROM journal ORDER BY id"),
                                      {}, [&](const QSqlQuery& query) {
                                          whole = whole && query.value(0).toLongLong() ==
                                                               qlonglong(*first) + qlonglong(entries.size());
                                          entries.push_back({query.value(1).toString().toStdString(),
                                                             argumentsFrom(query.value(2).toString())});
                                      });
    if (!done)
        return done.error();
    const auto position = metaNumber(database, QStringLiteral("journal_position"), 0);
    if (!position)
        return position.error();
    const auto bytes = bytesFrom(database, 0);
    if (!bytes)
        return bytes.error();
    if (whole && *position >= *first - 1 && *position < *first + std::int64_t(entries.size())) {
        journal.m_first = *first;
        journal.m_position = *position;
        journal.m_bytes = *bytes;
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

Result<> Journal::appendPart(std::int64_t entry, const std::string& payload) {
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
    const auto forgotten = bytesFrom(*m_database, id);
    if (!forgotten)
        return forgotten.error();
    if (auto done = m_database->execute(QStringLiteral("DELETE FROM journal WHERE id >= ?"), {qlonglong(id)});
        !done)
        return done;
    if (auto done = m_database->execute(
            QStringLiteral("INSERT INTO journal (id, verb, arguments, made) VALUES (?, ?, ?, ?)"),
            {qlonglong(id), QString::fromStdString(entry.verb), argumentsText(entry.arguments),
             QDateTime::currentSecsSinceEpoch()});
        !done)
        return done;
    const std::string payload = encodeChanges(changes);
    if (auto done = appendPart(id, payload); !done)
        return done;
    if (auto done = setMeta(*m_database, QStringLiteral("journal_position"), qlonglong(id)); !done)
        return done;
    if (auto done = writeNextIds(nextIds); !done)
        return done;
    if (auto done = transaction.commit(); !done)
        return done;
    m_position = id;
    m_bytes += std::int64_t(payload.size()) - *forgotten;
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
    const std::string payload = encodeChanges(changes);
    if (auto done = appendPart(m_position, payload); !done)
        return done;
    if (auto done = writeNextIds(nextIds); !done)
        return done;
    if (auto done = transaction.commit(); !done)
        return done;
    m_bytes += std::int64_t(payload.size());
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

/// The first entry that stays where the oldest go until what is left takes at most `limit` bytes.
Result<std::int64_t> Journal::oldestKept(std::int64_t limit) {
    std::int64_t kept = m_first;
    std::int64_t left = m_bytes;
    const auto done = m_database->select(
        QStringLiteral("SELECT entry, sum(length(payload)) FROM journal_parts WHERE entry < ? GROUP BY entry "
                       "ORDER BY entry"),
        {qlonglong(m_position)}, [&](const QSqlQuery& query) {
            if (left <= limit)
                return;
            kept = query.value(0).toLongLong() + 1;
            left -= query.value(1).toLongLong();
        });
    return done ? Result<std::int64_t>(kept) : Result<std::int64_t>(done.error());
}

Result<std::int64_t> Journal::dropOldest(std::int64_t limit) {
    if (m_bytes <= limit)
        return std::int64_t(0);
    // Some room at once, so that not every edit from now on has to make it.
    const auto first = oldestKept(limit - limit / 8);
    if (!first || *first == m_first)
        return first ? Result<std::int64_t>(std::int64_t(0)) : first;
    Transaction transaction(*m_database);
    if (auto done = transaction.begin(); !done)
        return done.error();
    if (auto done =
            m_database->execute(QStringLiteral("DELETE FROM journal WHERE id < ?"), {qlonglong(*first)});
        !done)
        return done.error();
    if (auto done = setMeta(*m_database, QStringLiteral("journal_first"), qlonglong(*first)); !done)
        return done.error();
    const auto bytes = bytesFrom(*m_database, 0);
    if (!bytes)
        return bytes.error();
    if (auto done = transaction.commit(); !done)
        return done.error();
    m_bytes = *bytes;
    return *first - std::exchange(m_first, *first);
}

} // namespace graft::project
