#include "project/Project.h"

#include "base/Files.h"
#include "project/Backup.h"
#include "project/Paths.h"
#include "project/ProjectImpl.h"
#include "project/Schema.h"
#include "project/Snapshot.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace graft::project {

namespace fs = std::filesystem;

namespace {

constexpr const char* kFolders[] = {"thumbnails", "cache", "runs", "backups"};

Error cannotCreate(const fs::path& folder, const std::string& why) {
    return {translate("Project", "The project %1 cannot be created: %2.", {folder.string(), why})};
}

Error cannotOpen(const fs::path& folder, const Error& why) {
    return {translate("Project", "The project %1 cannot be opened: %2.", {folder.string(), why.message}),
            why.detail};
}

Error damaged(const fs::path& folder, const Error& why) {
    return {
        translate(
            "Project",
            "The project %1 cannot be opened: %2. `graft check --repair` mends it, or brings back the newest "
            "backup; the damaged file is kept.",
            {folder.string(), why.message}),
        why.detail};
}

Error onlyForReading(const fs::path& folder, const Error& why) {
    return {translate("Project", "%1 cannot be opened for writing: %2. It can still be opened read-only.",
                      {folder.string(), why.message}),
            why.detail};
}

/// The file itself is, not the disk it lies on.
bool isDamaged(const fs::path& file) {
    auto database = Database::open(file, Database::Mode::Snapshot);
    return database && !(*database)->value(QStringLiteral("PRAGMA schema_version")) && (*database)->damaged();
}

/// SQLite opens a file that it may not write to all the same, and fails at the first edit.
Result<std::unique_ptr<Database>> openDatabase(const fs::path& folder) {
    const fs::path file = databaseFile(folder);
    if (::faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) != 0 && errno != ENOENT)
        return onlyForReading(folder, {systemErrorText(errno)});
    auto database = Database::open(file, Database::Mode::ReadWrite);
    if (database)
        return database;
    return isDamaged(file) ? damaged(folder, database.error()) : onlyForReading(folder, database.error());
}

/// The project's own folder as the rest of the program compares it.
Result<fs::path> projectFolder(const fs::path& given) {
    std::error_code failure;
    const fs::path folder = fs::canonical(given, failure);
    if (failure)
        return cannotOpen(given, {systemErrorText(failure.value())});
    const bool isProject = fs::exists(databaseFile(folder), failure);
    if (failure)
        return cannotOpen(given, {systemErrorText(failure.value())});
    if (!isProject)
        return cannotOpen(
            given, {translate("Project", "it is not a project; a project is a folder with project.sqlite")});
    return folder;
}

/// Brings an older file to this program's format, after a backup.
Result<> upgrade(const fs::path& folder, Database& database) {
    const auto older = isOlder(database);
    if (!older)
        return older.error();
    if (!*older)
        return {};
    if (auto made = makeBackup(folder, QDateTime::currentDateTimeUtc()); !made)
        return made.error();
    return upgradeSchema(database);
}

} // namespace

Project::Project(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {
    m_impl->self = this;
    m_impl->undo.setParent(this); // goes along to another thread; destroyed before the parent, with m_impl
}

Project::~Project() = default;

Result<std::unique_ptr<Project>> Project::create(const fs::path& folder, annotation::TaskKind task) {
    std::error_code failure;
    const fs::path target = fs::absolute(folder, failure).lexically_normal();
    const fs::path named = target.has_filename() ? target : target.parent_path();
    if (fs::exists(fs::symlink_status(named, failure)))
        return cannotCreate(
            named,
            translate("Project", "something of this name exists already; choose another name, or open it"));
    if (!fs::is_directory(named.parent_path(), failure))
        return cannotCreate(
            named, translate("Project", "the folder %1 does not exist", {named.parent_path().string()}));
    if (::mkdir(named.c_str(), 0777) != 0)
        return cannotCreate(named, systemErrorText(errno));
    const auto giveUp = [&](const std::string& why) {
        fs::remove_all(named, failure);
        return cannotCreate(named, why);
    };
    for (const char* name : kFolders)
        if (!fs::create_directory(named / name, failure))
            return giveUp(systemErrorText(failure.value()));
    {
        auto database = Database::open(databaseFile(named), Database::Mode::Create);
        if (!database)
            return giveUp(database.error().message);
        if (auto made = createSchema(**database, task); !made)
            return giveUp(made.error().message);
    }
    const auto made = projectFolder(named);
    if (!made)
        return giveUp(made.error().message);
    auto opened = openForWriting(*made); // without a backup: there is nothing yet to lose
    if (!opened)
        fs::remove_all(named, failure);
    return opened;
}

Result<std::unique_ptr<Project>> Project::open(const fs::path& given, Access access) {
    auto folder = projectFolder(given);
    if (!folder)
        return folder.error();
    if (access == Access::ReadOnly)
        return openForReading(*folder);
    auto project = openForWriting(*folder);
    if (project)
        (*project)->m_impl->startBackup();
    return project;
}

Result<std::unique_ptr<Project>> Project::openForWriting(const fs::path& folder) {
    auto lock = Lock::take(folder);
    if (!lock)
        return lock.error();
    auto impl = std::make_unique<Impl>();
    impl->folder = folder;
    impl->lock = std::move(*lock);
    auto database = openDatabase(folder);
    if (!database)
        return database.error();
    impl->database = std::move(*database);
    const auto refused = [&](const Error& why) {
        return impl->database->damaged() ? damaged(folder, why) : cannotOpen(folder, why);
    };
    const auto task = readSchema(*impl->database);
    if (!task)
        return refused(task.error());
    impl->task = *task;
    if (auto done = upgrade(folder, *impl->database); !done)
        return refused(done.error());
    auto state = State::load(*impl->database);
    if (!state)
        return refused(state.error());
    impl->state = std::move(*state);
    std::vector<JournalEntry> entries;
    auto journal = Journal::load(*impl->database, entries);
    if (!journal)
        return refused(journal.error());
    impl->journal = std::move(*journal);
    if (auto done = stampWriter(*impl->database); !done)
        return refused(done.error());
    std::unique_ptr<Project> project(new Project(std::move(impl)));
    project->m_impl->fillUndoStack(entries);
    return project;
}

Result<std::unique_ptr<Project>> Project::openForReading(const fs::path& folder) {
    auto impl = std::make_unique<Impl>();
    impl->folder = folder;
    auto snapshot = Snapshot::open(folder);
    if (!snapshot)
        return cannotOpen(folder, snapshot.error());
    const auto task = readSchema(snapshot->database());
    if (!task)
        return cannotOpen(folder, task.error());
    impl->task = *task;
    auto state = State::load(snapshot->database());
    if (!state)
        return cannotOpen(folder, state.error());
    impl->state = std::move(*state);
    return std::unique_ptr<Project>(new Project(std::move(impl)));
}

fs::path Project::folder() const {
    return m_impl->folder;
}

std::string Project::displayName() const {
    const fs::path name = m_impl->folder.filename();
    return name.extension() == ".graft" ? name.stem().string() : name.string();
}

annotation::TaskKind Project::task() const {
    return m_impl->task;
}
bool Project::readOnly() const {
    return !m_impl->journal;
}
fs::path Project::runsFolder() const {
    return m_impl->folder / "runs";
}
fs::path Project::thumbnailsFolder() const {
    return m_impl->folder / "thumbnails";
}

fs::path Project::absolutePath(const ImageRecord& image) const {
    return project::absolutePath(m_impl->folder, image.path);
}

const std::vector<ImageRecord>& Project::images() const {
    return m_impl->state.images();
}
const ImageRecord* Project::image(ImageId id) const {
    return m_impl->state.image(id);
}
const std::vector<annotation::LabelClass>& Project::classes() const {
    return m_impl->state.classes();
}
const annotation::LabelClass* Project::labelClass(ClassId id) const {
    return m_impl->state.labelClass(id);
}

const annotation::LabelClass* Project::classNamed(const std::string& name) const {
    return m_impl->state.classNamed(name);
}

const std::vector<annotation::Shape>& Project::shapes(ImageId image) const {
    return m_impl->state.shapes(image);
}
const std::vector<Issue>& Project::issues() const {
    return m_impl->state.issues;
}
bool Project::hasImageWithPath(const std::string& path) const {
    return m_impl->state.knowsPath(path);
}

std::vector<std::vector<ImageId>> Project::duplicates() const {
    std::unordered_map<std::string, std::size_t> places;
    std::vector<std::vector<ImageId>> sets;
    for (const ImageRecord& image : images()) {
        if (m_impl->state.copies(image.contentHash) < 2)
            continue;
        const auto [place, isNew] = places.try_emplace(image.contentHash, sets.size());
        if (isNew)
            sets.emplace_back();
        sets[place->second].push_back(image.id);
    }
    return sets;
}

bool Project::isDuplicate(ImageId id) const {
    const ImageRecord* record = image(id);
    return record && m_impl->state.copies(record->contentHash) > 1;
}

std::string Project::setting(const std::string& key, const std::string& otherwise) const {
    const auto found = m_impl->state.settings.find(key);
    return found != m_impl->state.settings.end() ? found->second : otherwise;
}

QUndoStack& Project::undoStack() {
    return m_impl->undo;
}

void Project::setUndoLimit(std::int64_t bytes) {
    m_impl->undoLimit = bytes;
    m_impl->limitHistory();
}

std::int64_t Project::undoBytes() const {
    return m_impl->journal ? m_impl->journal->bytes() : 0;
}

} // namespace graft::project
