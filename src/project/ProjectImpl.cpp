#include "project/ProjectImpl.h"

#include "base/Log.h"
#include "project/Backup.h"
#include "project/UndoCommand.h"
#include "project/UndoText.h"

#include <utility>

namespace graft::project {

namespace {

/// Sets a flag for as long as it lives.
class Raised {
public:
    explicit Raised(bool& flag) : m_flag(flag) { m_flag = true; }
    ~Raised() { m_flag = false; }
    Raised(const Raised&) = delete;
    Raised& operator=(const Raised&) = delete;

private:
    bool& m_flag;
};

QString undoTextOf(const JournalEntry& entry) {
    return QString::fromStdString(undoText(entry));
}

} // namespace

Project::Impl::~Impl() {
    QObject::disconnect(&undo, nullptr, nullptr, nullptr);
}

Result<> Project::Impl::mayWrite() const {
    if (journal)
        return {};
    return Error{
        translate("Project", "%1 is open read-only; nothing was changed.", {folder.filename().string()})};
}

Error Project::Impl::failed(const Error& reason) const {
    Error error{translate("Project",
                          "The change could not be saved and was not made: %1. Everything before it is safe. "
                          "Once the cause "
                          "is removed, try again.",
                          {reason.message}),
                reason.detail};
    log(LogLevel::Error, error.message + " " + error.detail);
    Q_EMIT self->writeFailed(QString::fromStdString(error.message));
    return error;
}

void Project::Impl::tellChanged(const Change& change) const {
    Q_EMIT self->changed(change);
}

bool Project::Impl::continues(const std::string& batch) const {
    return !batch.empty() && batch == m_batch && m_batchEntry == journal->position() &&
           undo.index() == undo.count();
}

Result<> Project::Impl::commit(const JournalEntry& entry, const std::vector<RowChange>& changes) {
    if (auto may = mayWrite(); !may)
        return may;
    return commit(entry, changes, journal->nextIds());
}

Result<> Project::Impl::commit(const JournalEntry& entry, const std::vector<RowChange>& changes,
                               const NextIds& nextIds, const std::string& batch) {
    if (auto may = mayWrite(); !may)
        return may;
    if (changes.empty())
        return {};
    const Result<> written = continues(batch) ? journal->extend(entry, changes, nextIds)
                                              : journal->append(entry, changes, nextIds);
    if (!written)
        return failed(written.error());
    m_batch = batch;
    m_batchEntry = journal->position();
    const Change change = state.apply(changes);
    {
        const Raised moving(m_movingStack);
        undo.push(new UndoCommand(*this, journal->position(), undoTextOf(entry)));
    }
    tellChanged(change);
    limitHistory();
    return {};
}

Result<> Project::Impl::commitImport(const Counted& portion, const std::vector<RowChange>& changes,
                                     const NextIds& nextIds, const std::string& batch) {
    Counted counted = portion;
    if (continues(batch))
        counted = {m_batchImages.count + portion.count, m_batchImages.first};
    auto done = commit({verb::addImages, counted.arguments()}, changes, nextIds, batch);
    if (done)
        m_batchImages = counted;
    return done;
}

void Project::Impl::undoEntry(std::int64_t entry) {
    // Not at the position: an earlier one of several steps failed, and the stack is brought back afterwards.
    if (!m_movingStack && journal->position() == entry)
        finishStep(journal->undo());
}

void Project::Impl::redoEntry(std::int64_t entry) {
    if (!m_movingStack && journal->position() == entry - 1)
        finishStep(journal->redo());
}

void Project::Impl::finishStep(const Result<std::vector<RowChange>>& changes) {
    if (!changes) {
        failed(changes.error());
        return;
    }
    m_batch.clear();
    tellChanged(state.apply(*changes));
}

void Project::Impl::followJournal() {
    if (m_movingStack || undo.index() == journal->applied())
        return;
    const Raised moving(m_movingStack);
    undo.setIndex(int(journal->applied()));
}

void Project::Impl::fillUndoStack(const std::vector<JournalEntry>& entries) {
    const Raised moving(m_movingStack);
    for (std::size_t i = 0; i < entries.size(); ++i)
        undo.push(new UndoCommand(*this, journal->first() + std::int64_t(i), undoTextOf(entries[i])));
    undo.setIndex(int(journal->applied()));
    QObject::connect(&undo, &QUndoStack::indexChanged, self, [this] { followJournal(); });
}

void Project::Impl::limitHistory() {
    if (!journal || undoLimit <= 0 || journal->bytes() <= undoLimit)
        return;
    const auto dropped = journal->dropOldest(undoLimit);
    if (!dropped) { // the edits themselves are safe; the next one tries again
        log(LogLevel::Warning, "the undo history could not be shortened: " + dropped.error().message);
        return;
    }
    if (*dropped == 0)
        return;
    removeOldestCommands(int(*dropped));
    log(LogLevel::Info, std::to_string(*dropped) + " of the oldest undo steps were dropped");
    Q_EMIT self->undoStepsDropped(int(*dropped));
}

// QUndoStack knows no way to forget its oldest commands: those that stay are put on it anew.
void Project::Impl::removeOldestCommands(int count) {
    std::vector<QString> texts;
    for (int i = count; i < undo.count(); ++i)
        texts.push_back(undo.text(i));
    {
        const Raised moving(m_movingStack);
        const QSignalBlocker quiet(undo);
        undo.clear();
        for (std::size_t i = 0; i < texts.size(); ++i)
            undo.push(new UndoCommand(*this, journal->first() + std::int64_t(i), texts[i]));
        undo.setIndex(int(journal->applied()));
    }
    Q_EMIT undo.indexChanged(undo.index());
}

void Project::Impl::startBackup() {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!backupIsDue(folder, now))
        return;
    backup = std::jthread([folder = folder, now] {
        if (auto made = makeBackup(folder, now); !made)
            log(LogLevel::Warning, "no backup of " + folder.string() + ": " + made.error().message);
        pruneBackups(folder);
    });
}

} // namespace graft::project
