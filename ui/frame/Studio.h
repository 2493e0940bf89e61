#pragma once

#include "base/Result.h"
#include "jobs/Job.h"
#include "project/Project.h"
#include "zoo/Zoo.h"

#include <QObject>
#include <QStringList>

#include <filesystem>
#include <memory>

namespace graft::ui {

/// What every page works on: the open project, the job pool, the catalogue, the recent projects. Made by app/, outlives the
/// window. UI thread.
class Studio : public QObject {
    Q_OBJECT
public:
    Studio(zoo::Zoo zoo, QObject* parent = nullptr);
    ~Studio() override;

    /// Null: none is open.
    project::Project* project() const { return m_project.get(); }
    jobs::JobQueue& jobs() { return m_jobs; }
    const zoo::Zoo& zoo() const { return m_zoo; }

    Result<> createProject(const std::filesystem::path& folder, annotation::TaskKind task);
    Result<> openProject(const std::filesystem::path& folder);
    void adoptProject(std::unique_ptr<project::Project> project);
    void closeProject();

    QStringList recentProjects() const;
    void forgetRecentProject(const QString& folder);

    /// Imports folders and files in the background (intake), portion by portion, as one Job.
    void importSources(const QStringList& sources, bool foldersAreClasses = true);
    /// Paints the sample project below `folder` in the background, then opens it.
    void createSample(const std::filesystem::path& folder);

Q_SIGNALS:
    /// Another project is open now, or none. Pages drop every pointer into the old one in projectAboutToClose.
    void projectAboutToClose();
    void projectOpened();
    /// Of the open project; see project::Change.
    void projectChanged(const graft::project::Change& change);
    /// A sentence for the status line or, where `failed`, an inline message on the current page.
    void notify(const QString& sentence, bool failed);

private:
    std::unique_ptr<project::Project> m_project;
    zoo::Zoo m_zoo;
    jobs::JobQueue m_jobs;
};

} // namespace graft::ui
