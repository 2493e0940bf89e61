// The pages of the window, and what leads from one to another.
#include "ui/frame/MainWindow.h"

#include "ui/data/DataPage.h"
#include "ui/data/DropOverlay.h"
#include "ui/evaluate/EvaluatePage.h"
#include "ui/frame/PageStack.h"
#include "ui/frame/Studio.h"
#include "ui/issues/IssuesPage.h"
#include "ui/jobs/JobsPage.h"
#include "ui/label/LabelPage.h"
#include "ui/model/ModelPage.h"
#include "ui/settings/SettingsPage.h"
#include "ui/start/StartPage.h"
#include "ui/train/TrainPage.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QTimer>
#include <QUrl>

namespace graft::ui {
namespace {

QStringList localPaths(const QMimeData* data) {
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

/// The folder of the project that `path` names: the folder itself, or project.sqlite inside. Empty: it is
/// none.
QString projectAt(const QString& path) {
    const QFileInfo info(path);
    if (info.fileName() == QLatin1String("project.sqlite"))
        return info.absolutePath();
    return QFileInfo(path + QStringLiteral("/project.sqlite")).isFile() ? path : QString();
}

} // namespace

void MainWindow::addPages() {
    connect(m_pages, &PageStack::pageBuilt, this, &MainWindow::adoptPage);
    m_pages->add(PageId::Start, [this] {
        auto* page = new StartPage(m_studio, m_pages);
        connect(page, &StartPage::projectCreated, this, &MainWindow::addSources, Qt::QueuedConnection);
        return page;
    });
    m_pages->add(PageId::Data, [this] {
        auto* page = new DataPage(m_studio, m_pages);
        connect(page, &DataPage::openInLabel, this, &MainWindow::openInLabel);
        return page;
    });
    m_pages->add(PageId::Label, [this] { return new LabelPage(m_studio, m_pages); });
    m_pages->add(PageId::Model, [this] {
        auto* page = new ModelPage(m_studio, m_session, m_pages);
        page->setMachine(m_machine);
        return page;
    });
    m_pages->add(PageId::Train, [this] {
        auto* page = new TrainPage(m_studio, m_session, m_pages);
        connect(page, &TrainPage::optionsTaken, this, [this](const training::TrainingOptions& options) {
            showPage(PageId::Model);
            static_cast<ModelPage&>(m_pages->page(PageId::Model)).takeOptions(options);
        });
        return page;
    });
    m_pages->add(PageId::Evaluate, [this] {
        auto* page = new EvaluatePage(m_studio, m_session, m_pages);
        connect(page, &EvaluatePage::openInLabel, this, &MainWindow::openInLabel);
        return page;
    });
    m_pages->add(PageId::Issues, [this] {
        auto* page = new IssuesPage(m_studio, m_pages);
        connect(page, &IssuesPage::openInLabel, this, [this](ImageId id) { openInLabel(id, {}); });
        return page;
    });
    m_pages->add(PageId::Jobs, [this] { return new JobsPage(*m_jobLog, m_pages); });
    m_pages->add(PageId::Settings,
                 [this] { return new SettingsPage(m_studio, m_session, m_machine, m_pages); });
}

void MainWindow::adoptPage(Page* page) {
    connect(page, &Page::goTo, this, &MainWindow::showPage);
    connect(page, &Page::readinessChanged, m_refreshRail, qOverload<>(&QTimer::start));
    m_refreshRail->start();
}

void MainWindow::openInLabel(ImageId id, const std::vector<ImageId>& order) {
    auto& label = static_cast<LabelPage&>(m_pages->page(PageId::Label));
    order.empty() ? label.showImage(id) : label.showImages(id, order);
    showPage(PageId::Label);
}

void MainWindow::addSources(const QStringList& sources) {
    showPage(PageId::Data);
    static_cast<DataPage&>(m_pages->page(PageId::Data)).addSources(sources);
}

void MainWindow::chooseSources(bool folders) {
    auto* dialog = new QFileDialog(this, folders ? tr("Add a folder of images") : tr("Add images"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folders ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    dialog->setOption(QFileDialog::ShowDirsOnly, folders);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::addSources);
    dialog->open();
}

void MainWindow::writeReport() {
    showPage(PageId::Evaluate);
    static_cast<EvaluatePage&>(m_pages->page(PageId::Evaluate)).report();
}

void MainWindow::take(const QStringList& dropped) {
    if (const QString project = projectAt(dropped.front()); !project.isEmpty())
        return openProject(project);
    if (m_studio.project())
        return addSources(dropped);
    showPage(PageId::Start);
    static_cast<StartPage&>(m_pages->page(PageId::Start)).beginProject(dropped);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (localPaths(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_drop->show();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) {
    m_drop->hide();
}

void MainWindow::dropEvent(QDropEvent* event) {
    m_drop->hide();
    const QStringList paths = localPaths(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    take(paths);
}

} // namespace graft::ui
