#include "ui/frame/Studio.h"

#include "base/Log.h"
#include "intake/Intake.h"
#include "ui/widgets/Widgets.h"
#include "workflow/Sample.h"

#include <QFileInfo>
#include <QUuid>

#include <memory>

// What the studio does in the background: imports, and the painting of the sample project.
namespace graft::ui {

/// UI thread only.
struct Studio::ImportCount {
    int added = 0;
    int known = 0;
    int labelledKnown = 0;
    int drawnOnKnown = 0;
    int problems = 0;
};

namespace {

QString reason(const Error& error) {
    if (!error.detail.empty())
        log(LogLevel::Error, error.detail);
    return QString::fromStdString(error.message);
}

/// A project that was begun and never filled: the program was ended while it painted.
bool isHalfMade(project::Project& project) {
    return project.images().empty() && project.undoStack().count() == 0;
}

} // namespace

void Studio::importSources(const QStringList& sources, bool foldersAreClasses) {
    if (sources.isEmpty() || !m_project)
        return;
    if (m_project->readOnly()) {
        Q_EMIT notify(tr("This project is open read-only; nothing can be added to it."), true);
        return;
    }
    intake::IntakeOptions options;
    options.foldersAreClasses = foldersAreClasses;
    for (const QString& source : sources)
        options.sources.emplace_back(source.toStdString());
    const auto count = std::make_shared<ImportCount>();
    const std::string batch = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    const auto take = [this, count, batch, generation = m_generation](intake::IntakePortion portion) {
        if (generation != m_generation)
            return;
        count->known += portion.known;
        count->problems += int(portion.issues.size());
        const auto taken = intake::takePortion(*m_project, std::move(portion), batch);
        if (taken) {
            count->added += taken->added;
            count->labelledKnown += taken->labelledKnown;
            count->drawnOnKnown += taken->drawnOnKnown;
            return;
        }
        // Told by the project itself; going on would only fail again.
        for (const QPointer<jobs::Job>& job : m_imports)
            if (job)
                job->cancel();
    };
    const auto work = [this, take, options, known = intake::knownImages(*m_project)](const Monitor& monitor) {
        const auto handOver = [&](intake::IntakePortion portion) {
            auto shared = std::make_shared<intake::IntakePortion>(std::move(portion));
            jobs::JobQueue::post(this, [take, shared] { take(std::move(*shared)); });
        };
        const auto read = intake::readSources(options, known, handOver, monitor);
        return read ? QString() : reason(read.error());
    };
    const QString title = sources.size() == 1
                              ? tr("Importing %1").arg(QFileInfo(sources.front()).fileName())
                              : tr("Importing %1 folders and files").arg(countText(sources.size()));
    m_imports.push_back(
        m_jobs.start(title, this, work, [this, count, generation = m_generation](const jobs::Job& job) {
            if (generation == m_generation)
                tellImported(job, *count);
        }));
}

void Studio::tellImported(const jobs::Job& job, const ImportCount& count) {
    std::erase_if(m_imports, [&](const auto& import) { return !import || import == &job; });
    QStringList parts;
    parts << (count.added == 1 ? tr("1 image added") : tr("%1 images added").arg(countText(count.added)));
    if (count.known > 0)
        parts << tr("%1 known already").arg(countText(count.known));
    if (count.labelledKnown > 0)
        parts << tr("%1 of them got a class").arg(countText(count.labelledKnown));
    if (count.drawnOnKnown > 0)
        parts << (count.drawnOnKnown == 1 ? tr("1 shape added to them")
                                          : tr("%1 shapes added to them").arg(countText(count.drawnOnKnown)));
    if (count.problems > 0)
        parts << (count.problems == 1
                      ? tr("1 file could not be used, see Issues")
                      : tr("%1 files could not be used, see Issues").arg(countText(count.problems)));
    const QString summary = parts.join(QStringLiteral(", ")) + QLatin1Char('.');
    if (job.state() == jobs::JobState::Failed)
        Q_EMIT notify(count.added > 0 ? job.message() + QLatin1Char(' ') + summary : job.message(), true);
    else
        Q_EMIT notify(summary, false);
}

void Studio::createSample(const std::filesystem::path& folder) {
    if (m_sampleJob && !m_sampleJob->isOver())
        return;
    const auto target = folder / "Blood smears.graft";
    std::error_code ignored;
    if (m_project && std::filesystem::equivalent(target, m_project->folder(), ignored))
        return;
    if (!std::filesystem::exists(target, ignored))
        return paintSample(target);
    auto opened = project::Project::open(target);
    if (!opened) {
        Q_EMIT notify(reason(opened.error()), true);
    } else if (isHalfMade(**opened)) {
        opened->reset();
        paintSample(target);
    } else {
        adoptProject(std::move(*opened));
    }
}

void Studio::paintSample(const std::filesystem::path& target) {
    const auto work = [target](const Monitor& monitor) -> QString {
        std::error_code failure;
        std::filesystem::create_directories(target.parent_path(), failure);
        std::filesystem::remove_all(target, failure); // half made, or not there
        const auto made = workflow::createSampleProject(target, {}, monitor);
        if (made)
            return {};
        std::filesystem::remove_all(target, failure);
        return reason(made.error());
    };
    m_sampleJob = m_jobs.start(
        tr("Painting the sample project"), this, work,
        [this, target, generation = m_generation](const jobs::Job& job) {
            if (job.state() == jobs::JobState::Failed)
                Q_EMIT notify(job.message(), true);
            if (job.state() != jobs::JobState::Done)
                return;
            if (generation != m_generation) {
                // Another project was opened meanwhile: nobody is pulled away from it.
                m_preferences.rememberProject(QString::fromStdString(target.string()));
                Q_EMIT recentProjectsChanged();
                Q_EMIT notify(tr("The sample project is ready; it is among the recent projects."), false);
            } else if (const auto opened = openProject(target); !opened) {
                Q_EMIT notify(reason(opened.error()), true);
            }
        });
}

} // namespace graft::ui
