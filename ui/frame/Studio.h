#pragma once

#include "base/Result.h"
#include "jobs/Job.h"
#include "project/Project.h"
#include "ui/frame/Preferences.h"
#include "zoo/Zoo.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <filesystem>
#include <memory>
#include <vector>

namespace graft::ui {

/// What every page works on: the open project, the job pool, the catalogue, the recent projects. Made by
/// app/, outlives the window. UI thread.
class Studio : public QObject {
    Q_OBJECT
public:
    /// Remembers nothing beyond its life.
    explicit Studio(zoo::Zoo zoo, QObject* parent = nullptr);
    Studio(zoo::Zoo zoo, Preferences preferences, QObject* parent = nullptr);
    ~Studio() override;

    /// Null: none is open.
    project::Project* project() const { return m_project.get(); }
    jobs::JobQueue& jobs() { return m_jobs; }
    const zoo::Zoo& zoo() const { return m_zoo; }
    Preferences& preferences() { return m_preferences; }

    Result<> createProject(const std::filesystem::path& folder, annotation::TaskKind task);
    /// The project that is open already stays as it is.
    Result<> openProject(const std::filesystem::path& folder,
                         project::Access access = project::Access::ReadWrite);
    void adoptProject(std::unique_ptr<project::Project> project);
    void closeProject();

    /// Bytes, remembered and valid at once for the open project; 0: no limit.
    void setUndoLimit(qint64 bytes);

    QStringList recentProjects() const;
    void forgetRecentProject(const QString& folder);

    /// Imports folders and files in the background (intake), portion by portion, as one Job.
    void importSources(const QStringList& sources, bool foldersAreClasses = true);
    /// Paints the sample project below `folder` in the background, then opens it. One that is there is opened
    /// as it is.
    void createSample(const std::filesystem::path& folder);
    /// The painting of the sample that is under way; null: none.
    jobs::Job* sampleJob() const { return m_sampleJob; }

    /// What could not be written last; empty: everything is on disk.
    const QString& unsavedProblem() const { return m_unsavedProblem; }

Q_SIGNALS:
    /// Another project is open now, or none. Pages drop every pointer into the old one in
    /// projectAboutToClose.
    void projectAboutToClose();
    void projectOpened();
    /// Of the open project; see project::Change.
    void projectChanged(const graft::project::Change& change);
    /// unsavedProblem() answers differently now.
    void savedChanged();
    /// The list of recent projects has changed.
    void recentProjectsChanged();
    /// A sentence for the status line or, where `failed`, an inline message on the current page.
    void notify(const QString& sentence, bool failed);

private:
    struct ImportCount;
    void releaseProject();
    void applyChange(const project::Change& change);
    void setUnsavedProblem(const QString& problem);
    void tellStepsDropped(int steps);
    void tellImported(const jobs::Job& job, const ImportCount& count);
    void paintSample(const std::filesystem::path& folder);

    std::unique_ptr<project::Project> m_project;
    int m_generation = 0; ///< of the open project; late answers for another are dropped
    std::vector<QPointer<jobs::Job>> m_imports;
    QPointer<jobs::Job> m_sampleJob;
    QString m_unsavedProblem;
    zoo::Zoo m_zoo;
    Preferences m_preferences;
    jobs::JobQueue m_jobs; ///< last: waits for its workers before the rest goes
};

} // namespace graft::ui
