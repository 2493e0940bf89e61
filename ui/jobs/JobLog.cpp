#include "ui/jobs/JobLog.h"

#include "ui/frame/RunStatus.h"
#include "ui/train/RunWords.h"
#include "ui/train/TrainingSession.h"
#include "ui/widgets/Widgets.h"

#include <algorithm>

namespace graft::ui {
namespace {

using jobs::JobState;

constexpr int kClockMs = 500;

void readProgress(JobEntry& entry, const jobs::Job& job) {
    const Progress& progress = job.progress();
    entry.state = job.state();
    entry.progress =
        progress.total > 0 ? std::clamp(double(progress.done) / double(progress.total), 0.0, 1.0) : -1;
    entry.activity = QString::fromStdString(progress.activity);
    entry.secondsLeft = job.secondsLeft();
}

double since(const QDateTime& started) {
    return double(started.msecsTo(QDateTime::currentDateTime())) / 1000;
}

} // namespace

JobLog::JobLog(jobs::JobQueue& queue, TrainingSession& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session) {
    connect(&queue, &jobs::JobQueue::jobAdded, this, &JobLog::add);
    connect(&session, &TrainingSession::stateChanged, this, &JobLog::followSession);
    connect(&session, &TrainingSession::finished, this, &JobLog::endRun);
    m_clock.setInterval(kClockMs);
    connect(&m_clock, &QTimer::timeout, this, &JobLog::refreshRun);
    for (jobs::Job* job : queue.jobs())
        if (!job->isOver())
            add(job);
    followSession();
}

int JobLog::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant JobLog::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JobEntry& entry = m_entries[std::size_t(index.row())].entry;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return entry.title;
    case Qt::ToolTipRole:
        return jobSentence(entry);
    default:
        return {};
    }
}

void JobLog::insert(Row row) {
    beginInsertRows({}, 0, 0);
    m_entries.insert(m_entries.begin(), std::move(row));
    endInsertRows();
    // The oldest that is over makes room.
    for (int last = int(m_entries.size()) - 1; int(m_entries.size()) > kKept && last > 0; --last) {
        if (!entry(last).isOver())
            continue;
        beginRemoveRows({}, last, last);
        m_entries.erase(m_entries.begin() + last);
        endRemoveRows();
    }
    Q_EMIT progressChanged();
}

void JobLog::add(jobs::Job* job) {
    const int number = ++m_lastNumber;
    insert({JobEntry{.number = number, .title = job->title(), .started = QDateTime::currentDateTime()}, job});
    connect(job, &jobs::Job::progressed, this,
            [this, number, job] { update(number, [job](JobEntry& entry) { readProgress(entry, *job); }); });
    connect(job, &jobs::Job::finished, this, [this, number, job] {
        update(number, [job](JobEntry& entry) {
            readProgress(entry, *job);
            entry.message = job->message();
            entry.seconds = since(entry.started);
        });
        if (job->state() == JobState::Failed)
            Q_EMIT failed(job->title(), job->message());
    });
}

void JobLog::update(int number, const std::function<void(JobEntry&)>& change) {
    const int row = rowOf(number);
    if (row < 0)
        return;
    change(m_entries[std::size_t(row)].entry);
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT progressChanged();
}

int JobLog::rowOf(int number) const {
    const auto found =
        std::ranges::find_if(m_entries, [&](const Row& row) { return row.entry.number == number; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int JobLog::runRow() const {
    const auto found =
        std::ranges::find_if(m_entries, [](const Row& row) { return row.entry.run && !row.entry.isOver(); });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

void JobLog::followSession() {
    if (!m_session.active())
        return m_clock.stop();
    if (runRow() < 0) {
        const QString model = run_words::modelTitle(m_session.live().options.model);
        insert({JobEntry{.number = ++m_lastNumber,
                         .title = tr("Training %1").arg(model),
                         .state = JobState::Running,
                         .started = QDateTime::currentDateTime(),
                         .run = true},
                {}});
    }
    m_clock.start();
    refreshRun();
}

void JobLog::refreshRun() {
    const int row = runRow();
    if (row < 0 || !m_session.active())
        return;
    update(entry(row).number, [this](JobEntry& entry) {
        entry.progress = runProgress(m_session);
        entry.activity = runSentence(m_session);
        entry.secondsLeft = m_session.secondsLeft();
        entry.paused = m_session.state() == TrainingSession::State::Paused;
    });
}

void JobLog::endRun(const QString& runId, const QString& message) {
    const int row = runRow();
    if (row < 0)
        return;
    const auto ended = m_session.live().ended;
    update(entry(row).number, [&](JobEntry& entry) {
        const bool failed = runId.isEmpty() || ended == runs::State::Failed;
        entry.state = failed                          ? JobState::Failed
                      : ended == runs::State::Stopped ? JobState::Cancelled
                                                      : JobState::Done;
        entry.message = message;
        entry.seconds = since(entry.started);
        entry.paused = false;
    });
}

int JobLog::runningCount() const {
    return int(std::ranges::count_if(m_entries, [](const Row& row) { return !row.entry.isOver(); }));
}

double JobLog::overallProgress() const {
    double sum = 0;
    int known = 0;
    for (const Row& row : m_entries)
        if (!row.entry.isOver() && row.entry.progress >= 0) {
            sum += row.entry.progress;
            ++known;
        }
    if (known > 0)
        return sum / known;
    return runningCount() > 0 ? 2 : -1;
}

void JobLog::cancel(int row) {
    Row& wanted = m_entries[std::size_t(row)];
    if (wanted.entry.run && !wanted.entry.isOver())
        m_session.stop();
    else if (wanted.job)
        wanted.job->cancel();
}

void JobLog::togglePause(int row) {
    if (!entry(row).run || entry(row).isOver())
        return;
    m_session.state() == TrainingSession::State::Paused ? m_session.unpause() : m_session.pause();
}

void JobLog::forgetFinished() {
    for (int row = int(m_entries.size()) - 1; row >= 0; --row) {
        if (!entry(row).isOver())
            continue;
        beginRemoveRows({}, row, row);
        m_entries.erase(m_entries.begin() + row);
        endRemoveRows();
    }
}

QString jobSentence(const JobEntry& entry) {
    const QString took = durationText(entry.seconds);
    switch (entry.state) {
    case JobState::Waiting:
        return JobLog::tr("Waits for its turn");
    case JobState::Failed:
        return entry.message;
    case JobState::Done:
        return entry.message.isEmpty() ? JobLog::tr("Finished in %1").arg(took)
                                       : JobLog::tr("Finished in %1: %2").arg(took, entry.message);
    case JobState::Cancelled:
        return entry.run ? JobLog::tr("Stopped after %1; what is done is kept").arg(took)
                         : JobLog::tr("Cancelled after %1").arg(took);
    case JobState::Running:
        break;
    }
    QStringList parts;
    if (!entry.activity.isEmpty())
        parts << entry.activity;
    if (!entry.run && entry.progress >= 0)
        parts << QStringLiteral("%1 %").arg(int(entry.progress * 100));
    if (!entry.run && entry.secondsLeft >= 1)
        parts << JobLog::tr("about %1 left").arg(durationText(entry.secondsLeft));
    return parts.isEmpty() ? JobLog::tr("Under way") : parts.join(QStringLiteral(" · "));
}

} // namespace graft::ui
