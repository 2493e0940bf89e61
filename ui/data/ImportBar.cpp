#include "ui/data/ImportBar.h"

#include "interchange/Source.h"
#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>

#include <algorithm>
#include <memory>
#include <set>

namespace graft::ui {
namespace {

// Runs on a worker thread.
QStringList folderClasses(const QStringList& sources, const Monitor& monitor) {
    std::set<std::string> names;
    for (const QString& source : sources) {
        const auto found = interchange::readSource(source.toStdString(), {}, monitor);
        if (!found || found->format != "folders")
            continue; // what cannot be read is told by the import itself
        for (const interchange::FoundImage& image : found->images)
            if (!image.className.empty())
                names.insert(image.className);
    }
    QStringList classes;
    for (const std::string& name : names)
        classes << QString::fromStdString(name);
    return classes;
}

QString listed(const QStringList& classes) {
    constexpr int kNamed = 5;
    if (classes.size() <= kNamed)
        return classes.join(QStringLiteral(", "));
    return ImportBar::tr("%1 and %2 more")
        .arg(classes.mid(0, kNamed - 1).join(QStringLiteral(", ")), countText(classes.size() - kNamed + 1));
}

} // namespace

ImportBar::ImportBar(Studio& studio, QWidget* parent)
    : QFrame(parent), m_studio(studio), m_text(bodyLabel({}, this)), m_progress(new QProgressBar(this)),
      m_use(new QuietButton(tr("Use as classes"), QStringLiteral("check"), this)),
      m_plain(new QuietButton(tr("Only the images"), {}, this)),
      m_stop(new QuietButton(tr("Stop"), {}, this)),
      m_close(new IconButton(QStringLiteral("close"), tr("Do not import"), this)) {
    setObjectName(QStringLiteral("importBar"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kUnit * 3, theme::kInside, theme::kInside, theme::kInside);
    layout->setSpacing(theme::kInside);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_use->setFlat(false);
    m_plain->setFlat(false);
    m_text->setObjectName(QStringLiteral("importQuestion"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(160, theme::kUnit);
    m_progress->setAccessibleName(tr("Import"));
    m_use->setObjectName(QStringLiteral("useFolderClasses"));
    m_plain->setObjectName(QStringLiteral("onlyImages"));
    m_stop->setObjectName(QStringLiteral("stopImport"));
    layout->addWidget(m_text, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_progress, m_use, m_plain, m_stop, m_close})
        layout->addWidget(widget);
    connect(m_use, &QPushButton::clicked, this, [this] { importNow(true); });
    connect(m_plain, &QPushButton::clicked, this, [this] { importNow(false); });
    connect(m_close, &QAbstractButton::clicked, this, &ImportBar::forget);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    connect(&studio, &Studio::projectAboutToClose, this, &ImportBar::forget);
    setState(State::Idle);
}

void ImportBar::setState(State state, const QString& text) {
    m_text->setText(text);
    m_progress->setVisible(state == State::Looking || state == State::Importing);
    m_progress->setRange(0, 0);
    m_use->setVisible(state == State::Asking);
    m_plain->setVisible(state == State::Asking);
    m_close->setVisible(state == State::Asking);
    m_stop->setVisible(state == State::Looking || state == State::Importing);
    setVisible(state != State::Idle);
}

// What is still waiting for an answer is asked again together with the new sources.
void ImportBar::begin(const QStringList& sources) {
    m_sources << sources;
    m_sources.removeDuplicates();
    if (m_sources.isEmpty() || !m_studio.project())
        return;
    const bool folders = std::any_of(m_sources.begin(), m_sources.end(),
                                     [](const QString& path) { return QFileInfo(path).isDir(); });
    folders ? look() : importNow(true);
}

void ImportBar::look() {
    const int generation = ++m_generation;
    const auto classes = std::make_shared<QStringList>();
    const QString title = tr("Looking into %1").arg(QFileInfo(m_sources.front()).fileName());
    setState(State::Looking, title);
    m_job = m_studio.jobs().start(
        title, this,
        [classes, sources = m_sources](const Monitor& monitor) {
            *classes = folderClasses(sources, monitor);
            return QString();
        },
        [this, classes, generation](const jobs::Job& job) {
            if (generation != m_generation || m_sources.isEmpty())
                return;
            if (job.state() != jobs::JobState::Done)
                forget();
            else if (classes->isEmpty())
                importNow(true);
            else
                ask(*classes);
        });
}

void ImportBar::ask(const QStringList& classes) {
    setState(State::Asking, tr("The folder names look like classes: %1. Use them?").arg(listed(classes)));
    m_use->setFocus(Qt::OtherFocusReason);
}

void ImportBar::importNow(bool foldersAreClasses) {
    const QStringList sources = m_sources;
    forget();
    const auto started = connect(&m_studio.jobs(), &jobs::JobQueue::jobAdded, this, &ImportBar::follow);
    m_studio.importSources(sources, foldersAreClasses);
    disconnect(started);
}

void ImportBar::follow(jobs::Job* job) {
    m_job = job;
    setState(State::Importing, job->title());
    connect(job, &jobs::Job::progressed, this, &ImportBar::showProgress);
    connect(job, &jobs::Job::finished, this, [this, job] {
        if (m_job == job)
            forget();
    });
}

void ImportBar::showProgress() {
    if (!m_job || sender() != m_job)
        return;
    const Progress& progress = m_job->progress();
    if (progress.total <= 0)
        return;
    m_progress->setRange(0, 1000);
    m_progress->setValue(int(progress.done * 1000 / progress.total));
    m_text->setText(tr("Adding images: %1 of %2").arg(countText(progress.done), countText(progress.total)));
}

void ImportBar::forget() {
    ++m_generation;
    m_sources.clear();
    m_job.clear();
    setState(State::Idle);
}

} // namespace graft::ui
