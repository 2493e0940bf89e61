#include "ui/frame/Studio.h"

#include "base/Log.h"
#include "ui/widgets/Widgets.h"

#include <QDir>

namespace graft::ui {
namespace {

QString pathText(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

} // namespace

Studio::Studio(zoo::Zoo zoo, QObject* parent) : Studio(std::move(zoo), Preferences(), parent) {}

Studio::Studio(zoo::Zoo zoo, Preferences preferences, QObject* parent)
    : QObject(parent), m_zoo(std::move(zoo)), m_preferences(std::move(preferences)) {}

Studio::~Studio() {
    releaseProject();
}

Result<> Studio::createProject(const std::filesystem::path& folder, annotation::TaskKind task) {
    auto created = project::Project::create(folder, task);
    if (!created)
        return created.error();
    adoptProject(std::move(*created));
    return {};
}

Result<> Studio::openProject(const std::filesystem::path& folder, project::Access access) {
    std::error_code ignored;
    const bool wantsToWrite = access == project::Access::ReadWrite;
    if (m_project && std::filesystem::equivalent(folder, m_project->folder(), ignored) &&
        m_project->readOnly() != wantsToWrite)
        return {};
    auto opened = project::Project::open(folder, access);
    if (!opened) {
        if (!opened.error().detail.empty())
            log(LogLevel::Error, opened.error().detail);
        return opened.error();
    }
    adoptProject(std::move(*opened));
    return {};
}

void Studio::adoptProject(std::unique_ptr<project::Project> project) {
    releaseProject();
    m_project = std::move(project);
    connect(m_project.get(), &project::Project::changed, this, &Studio::applyChange);
    connect(m_project.get(), &project::Project::writeFailed, this, [this](const QString& message) {
        setUnsavedProblem(message);
        Q_EMIT notify(message, true);
    });
    connect(m_project.get(), &project::Project::undoStepsDropped, this, &Studio::tellStepsDropped);
    m_project->setUndoLimit(m_preferences.undoLimit());
    m_preferences.rememberProject(pathText(m_project->folder()));
    m_preferences.setProjectsFolder(pathText(m_project->folder().parent_path()));
    Q_EMIT recentProjectsChanged();
    Q_EMIT projectOpened();
}

void Studio::closeProject() {
    if (!m_project)
        return;
    releaseProject();
    Q_EMIT projectOpened();
}

void Studio::releaseProject() {
    ++m_generation;
    for (const QPointer<jobs::Job>& job : m_imports)
        if (job)
            job->cancel();
    m_imports.clear();
    if (!m_project)
        return;
    Q_EMIT projectAboutToClose();
    m_project.reset();
    setUnsavedProblem({});
}

void Studio::applyChange(const project::Change& change) {
    setUnsavedProblem({}); // something could be written again
    Q_EMIT projectChanged(change);
}

void Studio::setUnsavedProblem(const QString& problem) {
    if (m_unsavedProblem == problem)
        return;
    m_unsavedProblem = problem;
    Q_EMIT savedChanged();
}

void Studio::setUndoLimit(qint64 bytes) {
    m_preferences.setUndoLimit(bytes);
    if (m_project)
        m_project->setUndoLimit(bytes);
}

void Studio::tellStepsDropped(int steps) {
    const QString limit = bytesText(m_preferences.undoLimit());
    Q_EMIT notify(
        steps == 1
            ? tr("The undo history has reached %1: its oldest step can no longer be undone.").arg(limit)
            : tr("The undo history has reached %1: its %2 oldest steps can no longer be undone.")
                  .arg(limit, countText(steps)),
        false);
}

QStringList Studio::recentProjects() const {
    return m_preferences.recentProjects();
}

void Studio::forgetRecentProject(const QString& folder) {
    m_preferences.forgetProject(folder);
    Q_EMIT recentProjectsChanged();
}

} // namespace graft::ui
