#pragma once

#include "project/Database.h"
#include "project/Rows.h"

#include <cstdint>
#include <string>
#include <vector>

namespace graft::project {

/// A user's edit as the journal names it; its text is made from this in the language of the program
/// (UndoText.h).
struct JournalEntry {
    std::string verb;
    std::vector<std::string> arguments;
};

/// The next free ids. They only grow, also over undo, so that no id ever means two things.
struct NextIds {
    std::int64_t image = 1;
    std::int64_t labelClass = 1;
    std::int64_t shape = 1;
};

/// The undo history on disk. Every call that changes rows is one transaction of the rows, the entry and the
/// position: after an Error nothing has changed. Entries are numbered from 1 on; the oldest may have been
/// dropped, and the first one kept is the first command of the undo stack.
class Journal {
public:
    /// `entries` receives what the undo stack shows, oldest first. A history with gaps is emptied: the
    /// document counts.
    static Result<Journal> load(Database& database, std::vector<JournalEntry>& entries);

    /// Entries first…position are applied; those after it can be redone.
    std::int64_t position() const { return m_position; }
    /// The oldest that is kept, or would be.
    std::int64_t first() const { return m_first; }
    /// How many are applied and kept: the index of the undo stack.
    std::int64_t applied() const { return m_position - m_first + 1; }
    /// What all entries take on disk.
    std::int64_t bytes() const { return m_bytes; }
    const NextIds& nextIds() const { return m_nextIds; }

    /// Writes the rows and a new entry; what could be redone is forgotten.
    Result<> append(const JournalEntry& entry, const std::vector<RowChange>& changes, const NextIds& nextIds);
    /// Writes the rows as one more part of the newest entry, which is applied, and says it anew.
    Result<> extend(const JournalEntry& entry, const std::vector<RowChange>& changes, const NextIds& nextIds);
    /// Take back or apply again one entry; returns what was written.
    Result<std::vector<RowChange>> undo();
    Result<std::vector<RowChange>> redo();

    /// Where the entries take more than `limit` bytes, drops the oldest until there is some room again; the
    /// newest one that is applied stays. Returns how many were dropped.
    Result<std::int64_t> dropOldest(std::int64_t limit);

private:
    explicit Journal(Database& database) : m_database(&database) {}
    Result<> write(const std::vector<RowChange>& changes);
    Result<> writeNextIds(const NextIds& ids);
    Result<> appendPart(std::int64_t entry, const std::string& payload);
    Result<std::int64_t> oldestKept(std::int64_t limit);
    Result<> move(std::int64_t position, const std::vector<RowChange>& changes);

    Database* m_database;
    std::int64_t m_first = 1;
    std::int64_t m_position = 0;
    std::int64_t m_bytes = 0;
    NextIds m_nextIds;
};

/// The changes of one entry, all parts in order. An Error says that they are damaged.
Result<std::vector<RowChange>> readEntry(Database& database, std::int64_t entry);

/// Empties the history inside a transaction of the caller.
Result<> clearJournal(Database& database);

} // namespace graft::project
