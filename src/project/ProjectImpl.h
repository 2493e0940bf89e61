#pragma once

#include "project/Database.h"
#include "project/Edits.h"
#include "project/Journal.h"
#include "project/Lock.h"
#include "project/Project.h"
#include "project/State.h"

#include <optional>
#include <thread>

namespace graft::project {

/// What a Project is made of: the mirror in memory, and where it may write, the database with its journal.
struct Project::Impl {
    ~Impl();

    Project* self = nullptr;
    std::filesystem::path folder; ///< canonical
    annotation::TaskKind task = annotation::TaskKind::Classification;
    State state;
    QUndoStack undo;

    // Only where the project may be written to.
    std::optional<Lock> lock;
    std::unique_ptr<Database> database;
    std::optional<Journal> journal;
    std::jthread backup;
    std::int64_t undoLimit = 0; ///< bytes; 0: none

    /// The one way to change the document: rows and journal entry on disk, then the mirror, the undo stack,
    /// the signal. Without changes nothing happens. `batch`: joins the newest entry when that came from the
    /// same non-empty batch.
    Result<> commit(const JournalEntry& entry, const std::vector<RowChange>& changes, const NextIds& nextIds,
                    const std::string& batch = {});
    Result<> commit(const JournalEntry& entry, const std::vector<RowChange>& changes);
    /// addImages: the entry counts the images of all portions of its batch.
    Result<> commitImport(const Counted& portion, const std::vector<RowChange>& changes,
                          const NextIds& nextIds, const std::string& batch);
    /// What the undo stack's commands call.
    void undoEntry(std::int64_t entry);
    void redoEntry(std::int64_t entry);

    /// What was said of files that could not be read is settled once they are in the project.
    void dropIssuesOf(const std::vector<std::filesystem::path>& readable);

    Result<> mayWrite() const;
    /// Says that an edit did not happen, and why: to the caller and as a signal.
    Error failed(const Error& reason) const;
    void tellChanged(const Change& change) const;
    /// The newest entry that a batch may join; empty batch: none.
    bool continues(const std::string& batch) const;

    void fillUndoStack(const std::vector<JournalEntry>& entries);
    /// Drops the oldest steps where the history is larger than undoLimit, and says so.
    void limitHistory();
    void startBackup();

private:
    void finishStep(const Result<std::vector<RowChange>>& changes);
    void followJournal();
    void removeOldestCommands(int count);

    bool m_movingStack =
        false; ///< the stack is being brought in line with the journal, not the other way round
    std::string m_batch;
    std::int64_t m_batchEntry = 0;
    Counted m_batchImages;
};

} // namespace graft::project
