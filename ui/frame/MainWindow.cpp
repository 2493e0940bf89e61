#include "ui/frame/MainWindow.h"

#include "ui/data/DropOverlay.h"
#include "ui/frame/ImageWatch.h"
#include "ui/frame/MainMenu.h"
#include "ui/frame/Notices.h"
#include "ui/frame/PageNames.h"
#include "ui/frame/PageStack.h"
#include "ui/frame/Rail.h"
#include "ui/frame/RailButton.h"
#include "ui/frame/StatusLine.h"
#include "ui/frame/Studio.h"
#include "ui/help/AboutWindow.h"
#include "ui/help/GuideWindow.h"
#include "ui/help/ShortcutsWindow.h"
#include "ui/jobs/JobLog.h"
#include "ui/start/StartPage.h"
#include "ui/train/RunLibrary.h"
#include "ui/train/TrainingSession.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>

namespace graft::ui {
namespace {
constexpr QSize kUsualSize{1366, 768};
}

MainWindow::MainWindow(Studio& studio, TrainingSession& session, QWidget* parent)
    : QMainWindow(parent), m_studio(studio), m_session(session),
      m_jobLog(new JobLog(studio.jobs(), session, this)), m_imageWatch(new ImageWatch(studio, this)),
      m_menu(new MainMenu(studio, this)), m_refreshRail(new QTimer(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    setMenuBar(m_menu);
    buildFrame();
    addPages();
    m_refreshRail->setSingleShot(true);
    m_refreshRail->setInterval(0);
    connect(m_refreshRail, &QTimer::timeout, this, &MainWindow::refreshRail);
    connectMenu();
    connectStudio();
    restoreShape();
    showPage(PageId::Start);
    projectOpened();
    refreshJobs();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame() {
    auto* frame = new QWidget(this);
    auto* rows = new QVBoxLayout(frame);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(0);
    m_rail = new Rail(frame);
    m_pages = new PageStack(frame);
    columns->addWidget(m_rail);
    columns->addWidget(m_pages, 1);
    rows->addLayout(columns, 1);
    m_status = new StatusLine(m_studio, m_session, m_machine, frame);
    rows->addWidget(m_status);
    m_notices = new Notices(m_pages);
    setCentralWidget(frame);
    m_drop = new DropOverlay(tr("Drop a project to open it, or images to add them"), frame);
    for (const PageId page : kAllPages)
        m_rail->button(page).setShortcutText(MainMenu::keysOf(page).toString(QKeySequence::NativeText));
}

// One of each kind: the one that is open comes to the front.
template <typename Window, typename... Arguments>
void MainWindow::bringUp(const Arguments&... arguments) {
    auto* window = findChild<Window*>({}, Qt::FindDirectChildrenOnly);
    if (!window)
        window = new Window(arguments..., this);
    window->show();
    window->raise();
    window->activateWindow();
}

void MainWindow::connectMenu() {
    StartPage& start = static_cast<StartPage&>(m_pages->page(PageId::Start));
    const auto atStart = [this, &start](auto act) {
        return [this, &start, act] {
            showPage(PageId::Start);
            act(start);
        };
    };
    connect(m_menu, &MainMenu::newWanted, this, atStart([](StartPage& page) { page.beginProject(); }));
    connect(m_menu, &MainMenu::openWanted, this, atStart([](StartPage& page) { page.chooseProject(); }));
    connect(m_menu, &MainMenu::sampleWanted, this, atStart([](StartPage& page) { page.paintSample(); }));
    connect(m_menu, &MainMenu::recentWanted, this, [this](const QString& folder) { openProject(folder); });
    connect(m_menu, &MainMenu::addFolderWanted, this, [this] { chooseSources(true); });
    connect(m_menu, &MainMenu::addFilesWanted, this, [this] { chooseSources(false); });
    connect(m_menu, &MainMenu::reportWanted, this, &MainWindow::writeReport);
    connect(m_menu, &MainMenu::quitWanted, this, &QWidget::close);
    connect(m_menu, &MainMenu::pageWanted, this, &MainWindow::showPage);
    connect(m_menu, &MainMenu::zoomWanted, this, [this](int step) { m_pages->current()->zoom(step); });
    connect(m_menu, &MainMenu::fullScreenWanted, this,
            [this](bool on) { on ? showFullScreen() : showNormal(); });
    connect(m_menu, &MainMenu::shortcutsWanted, this, [this] { bringUp<ShortcutsWindow>(*m_menu); });
    connect(m_menu, &MainMenu::guideWanted, this, [this] { bringUp<GuideWindow>(); });
    connect(m_menu, &MainMenu::aboutWanted, this, [this] { bringUp<AboutWindow>(m_studio.zoo()); });
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_status, &StatusLine::runWanted, this, [this] { showPage(PageId::Train); });
}

void MainWindow::connectStudio() {
    // Queued: the pages look at the new project first.
    connect(&m_studio, &Studio::projectOpened, this, &MainWindow::projectOpened, Qt::QueuedConnection);
    connect(&m_studio, &Studio::projectAboutToClose, m_notices, &Notices::clear);
    connect(&m_studio, &Studio::projectChanged, this, [this](const project::Change& change) {
        if (change.issues)
            refreshIssues();
    });
    connect(&m_studio, &Studio::notify, this, [this](const QString& sentence, bool failed) {
        failed ? m_notices->fail(sentence) : m_status->tell(sentence);
    });
    connect(m_jobLog, &JobLog::progressChanged, this, &MainWindow::refreshJobs);
    connect(m_jobLog, &JobLog::failed, m_status, [this](const QString& title, const QString& message) {
        m_status->tell(tr("%1: %2").arg(title, message));
    });
    connect(&m_session, &TrainingSession::finished, this, &MainWindow::runEnded);
}

// The Train page tells it itself; elsewhere it must not be missed.
void MainWindow::runEnded(const QString& runId, const QString& message) {
    if (currentPage() == PageId::Train)
        return;
    const auto ended = m_session.live().ended;
    if (runId.isEmpty() || ended == runs::State::Failed)
        m_notices->fail(message, tr("Show the run"), [this] { showPage(PageId::Train); });
    else
        m_status->tell(ended == runs::State::Stopped ? tr("The run was stopped; what is done is kept.")
                                                     : tr("Training has finished."));
}

void MainWindow::restoreShape() {
    if (restoreGeometry(m_studio.preferences().windowGeometry()))
        return;
    const QSize room = screen()->availableGeometry().size();
    resize(kUsualSize.boundedTo(room));
}

void MainWindow::openProject(const QString& folder, project::Access access) {
    showPage(PageId::Start);
    static_cast<StartPage&>(m_pages->page(PageId::Start)).openProject(folder, access);
}

void MainWindow::showPage(PageId id) {
    if (m_pages->current() && currentPage() != id)
        m_notices->clear();
    m_pages->show(id);
    m_rail->setCurrent(id);
    m_menu->setCurrent(*m_pages->current());
}

PageId MainWindow::currentPage() const {
    return m_pages->current()->id();
}

void MainWindow::projectOpened() {
    refreshTitle();
    refreshRail();
    refreshIssues();
    if (m_studio.project() && currentPage() == PageId::Start)
        showPage(PageId::Data);
    else if (!m_studio.project() && currentPage() != PageId::Start)
        showPage(PageId::Start);
}

void MainWindow::refreshTitle() {
    const project::Project* project = m_studio.project();
    const QString program = tr("Graft Studio");
    if (!project)
        return setWindowTitle(program);
    const QString name = QString::fromStdString(project->displayName());
    setWindowTitle(project->readOnly() ? tr("%1 (read-only) – %2").arg(name, program)
                                       : tr("%1 – %2").arg(name, program));
    setWindowFilePath({});
}

void MainWindow::refreshRail() {
    for (const PageId stage : kStages) {
        const Page* page = m_pages->built(stage);
        QString reason = page ? page->notReadyReason() : QString();
        if (!m_studio.project())
            reason = tr("Open or create a project first.");
        m_rail->button(stage).setReason(reason);
    }
}

void MainWindow::refreshIssues() {
    const project::Project* project = m_studio.project();
    m_rail->button(PageId::Issues).setCount(project ? int(project->issues().size()) : 0);
}

void MainWindow::refreshJobs() {
    m_rail->button(PageId::Jobs).setProgress(m_jobLog->overallProgress());
}

bool MainWindow::settled() const {
    return m_pages->allBuilt() && m_pages->current()->settled() && m_jobLog->runningCount() == 0 &&
           m_imageWatch->settled() && RunLibrary::of(m_studio).settled() && !m_refreshRail->isActive();
}

// Nothing is asked: every edit is on disk, and a run that is stopped here goes on from its last epoch.
void MainWindow::closeEvent(QCloseEvent* event) {
    m_studio.preferences().setWindowGeometry(saveGeometry());
    m_session.stop();
    for (jobs::Job* job : std::vector(m_studio.jobs().jobs()))
        job->cancel();
    event->accept();
    Q_EMIT closed();
}

} // namespace graft::ui
