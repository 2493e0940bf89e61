#include "ui/train/RunLibrary.h"

#include "base/Log.h"
#include "runs/RemoveRun.h"
#include "ui/frame/Studio.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>

namespace graft::ui {
namespace {

bool movedToTrash(const std::filesystem::path& folder) {
    // Qt 6.4 makes the trash, but not the folder it lies in; where it fails to, it moves what it is given
    // into the current folder and says that all is well.
    QDir().mkpath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    QString place;
    if (!QFile::moveToTrash(QString::fromStdString(folder.string()), &place))
        return false;
    if (QDir::isAbsolutePath(place))
        return true;
    std::error_code failure;
    std::filesystem::rename(place.toStdString(), folder, failure);
    if (failure)
        log(LogLevel::Error, place.toStdString() + ": " + failure.message());
    return false;
}

/// Empty where it was done, or why not.
QString trash(const std::filesystem::path& folder) {
    const auto run = runs::removableRun(folder);
    if (!run)
        return QString::fromStdString(run.error().message);
    if (movedToTrash(folder))
        return {};
    return RunLibrary::tr("The run could not be moved to the trash. “graft runs PROJECT --remove %1” deletes "
                          "it for good.")
        .arg(QString::fromStdString(run->id));
}

} // namespace

RunLibrary::RunLibrary(Studio& studio, QObject* parent) : QObject(parent), m_studio(studio) {
    m_pool.setMaxThreadCount(1);
    connect(&studio, &Studio::projectAboutToClose, this, [this] {
        ++m_generation;
        m_runs.clear();
        m_selected.clear();
        Q_EMIT changed();
    });
    connect(&studio, &Studio::projectOpened, this, &RunLibrary::refresh);
    refresh();
}

RunLibrary::~RunLibrary() {
    m_pool.waitForDone();
}

RunLibrary& RunLibrary::of(Studio& studio) {
    if (auto* library = studio.findChild<RunLibrary*>({}, Qt::FindDirectChildrenOnly))
        return *library;
    return *new RunLibrary(studio, &studio);
}

const runs::RunRecord* RunLibrary::run(const std::string& id) const {
    const auto found = std::ranges::find(m_runs, id, &runs::RunRecord::id);
    return found == m_runs.end() ? nullptr : &*found;
}

void RunLibrary::select(const std::string& id) {
    if (m_selected == id)
        return;
    m_selected = id;
    Q_EMIT changed();
}

void RunLibrary::refresh() {
    if (!m_studio.project())
        return;
    ++m_reading;
    m_pool.start([this, folder = m_studio.project()->runsFolder(), generation = ++m_generation] {
        auto found = runs::listRuns(folder);
        QMetaObject::invokeMethod(
            this,
            [this, generation, found = std::move(found)]() mutable { deliver(generation, std::move(found)); },
            Qt::QueuedConnection);
    });
}

void RunLibrary::moveToTrash(const std::string& id) {
    const runs::RunRecord* found = run(id);
    if (!found)
        return;
    ++m_reading;
    m_pool.start([this, folder = found->folder, id = QString::fromStdString(id)] {
        const QString problem = trash(folder);
        QMetaObject::invokeMethod(
            this,
            [this, id, problem] {
                --m_reading;
                Q_EMIT m_studio.notify(problem.isEmpty() ? tr("The run %1 is in the trash now.").arg(id)
                                                         : problem,
                                       !problem.isEmpty());
                refresh();
            },
            Qt::QueuedConnection);
    });
}

void RunLibrary::deliver(int generation, std::vector<runs::RunRecord> found) {
    --m_reading;
    if (generation != m_generation)
        return;
    m_runs = std::move(found);
    if (!selected())
        m_selected = m_runs.empty() ? std::string() : m_runs.front().id;
    Q_EMIT changed();
}

} // namespace graft::ui
