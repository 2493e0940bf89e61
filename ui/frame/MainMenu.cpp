#include "ui/frame/MainMenu.h"

#include "ui/frame/Appearance.h"
#include "ui/frame/PageNames.h"
#include "ui/frame/Studio.h"

#include <QActionGroup>
#include <QDir>
#include <QFileInfo>

namespace graft::ui {

MainMenu::MainMenu(Studio& studio, QWidget* parent) : QMenuBar(parent), m_studio(studio) {
    setObjectName(QStringLiteral("mainMenu"));
    buildFile();
    buildEdit();
    buildView();
    buildHelp();
    connect(&m_studio, &Studio::projectOpened, this, &MainMenu::followProject);
    connect(&m_studio, &Studio::recentProjectsChanged, this, &MainMenu::fillRecent);
    followProject();
    fillRecent();
}

QAction* MainMenu::add(QMenu* menu, const QString& text, const char* name, const QKeySequence& keys) {
    QAction* action = menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    return action;
}

QAction* MainMenu::add(QMenu* menu, const QString& text, const char* name, const QKeySequence& keys,
                       Signal signal) {
    QAction* action = add(menu, text, name, keys);
    connect(action, &QAction::triggered, this, signal);
    return action;
}

QKeySequence MainMenu::keysOf(PageId page) {
    switch (page) {
    case PageId::Start:
        return QKeySequence(QStringLiteral("Ctrl+0"));
    case PageId::Settings:
        return QKeySequence(QStringLiteral("Ctrl+,"));
    default:
        return QKeySequence(QStringLiteral("Ctrl+%1").arg(int(page)));
    }
}

void MainMenu::buildFile() {
    QMenu* menu = addMenu(tr("&File"));
    add(menu, tr("&New project…"), "fileNew", QKeySequence::New, &MainMenu::newWanted);
    add(menu, tr("&Open project…"), "fileOpen", QKeySequence::Open, &MainMenu::openWanted);
    m_recent = menu->addMenu(tr("Open &recent"));
    m_recent->setObjectName(QStringLiteral("fileRecent"));
    add(menu, tr("&Sample project"), "fileSample", {}, &MainMenu::sampleWanted);
    menu->addSeparator();
    m_needWritable = {add(menu, tr("&Add a folder of images…"), "fileAddFolder",
                          QKeySequence(QStringLiteral("Ctrl+I")), &MainMenu::addFolderWanted),
                      add(menu, tr("Add &image files…"), "fileAddFiles",
                          QKeySequence(QStringLiteral("Ctrl+Shift+I")), &MainMenu::addFilesWanted)};
    menu->addSeparator();
    m_needProject.push_back(add(menu, tr("Write a re&port…"), "fileReport",
                                QKeySequence(QStringLiteral("Ctrl+E")), &MainMenu::reportWanted));
    QAction* close = add(menu, tr("&Close project"), "fileClose", QKeySequence(QStringLiteral("Ctrl+W")));
    connect(close, &QAction::triggered, &m_studio, &Studio::closeProject);
    m_needProject.push_back(close);
    menu->addSeparator();
    QAction* quit =
        add(menu, tr("&Quit"), "fileQuit", QKeySequence(QStringLiteral("Ctrl+Q")), &MainMenu::quitWanted);
    quit->setMenuRole(QAction::QuitRole);
}

void MainMenu::fillRecent() {
    m_recent->clear();
    for (const QString& folder : m_studio.recentProjects()) {
        const QFileInfo info(folder);
        // An ampersand in a name is no mnemonic.
        QString text =
            QStringLiteral("%1   %2").arg(info.completeBaseName(), QDir::toNativeSeparators(info.path()));
        QAction* action = m_recent->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, folder] { Q_EMIT recentWanted(folder); });
    }
    m_recent->setEnabled(!m_recent->isEmpty());
}

void MainMenu::buildEdit() {
    QMenu* menu = addMenu(tr("&Edit"));
    m_undoAction = add(menu, tr("&Undo"), "editUndo", QKeySequence(QStringLiteral("Ctrl+Z")));
    m_redoAction = add(menu, tr("&Redo"), "editRedo");
    m_redoAction->setShortcuts(
        {QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y"))});
    connect(m_undoAction, &QAction::triggered, &m_undo, &QUndoGroup::undo);
    connect(m_redoAction, &QAction::triggered, &m_undo, &QUndoGroup::redo);
    for (const auto signal : {&QUndoGroup::undoTextChanged, &QUndoGroup::redoTextChanged})
        connect(&m_undo, signal, this, &MainMenu::refreshUndo);
    for (const auto signal : {&QUndoGroup::canUndoChanged, &QUndoGroup::canRedoChanged})
        connect(&m_undo, signal, this, &MainMenu::refreshUndo);
    refreshUndo();
}

void MainMenu::refreshUndo() {
    const auto show = [](QAction* action, bool enabled, const QString& plain, const QString& named,
                         QString verb) {
        action->setEnabled(enabled);
        verb.replace(QLatin1Char('&'), QStringLiteral("&&"));
        action->setText(verb.isEmpty() ? plain : named.arg(verb));
    };
    show(m_undoAction, m_undo.canUndo(), tr("&Undo"), tr("&Undo: %1"), m_undo.undoText());
    show(m_redoAction, m_undo.canRedo(), tr("&Redo"), tr("&Redo: %1"), m_undo.redoText());
}

void MainMenu::buildView() {
    QMenu* menu = addMenu(tr("&View"));
    auto* group = new QActionGroup(this);
    const auto addPage = [&](PageId page) {
        QAction* action = add(menu, pageTitle(page), "", keysOf(page));
        action->setObjectName(QStringLiteral("view.") + pageKey(page));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, page] { Q_EMIT pageWanted(page); });
        m_pages.emplace_back(page, action);
    };
    for (const PageId stage : kStages)
        addPage(stage);
    menu->addSeparator();
    for (const PageId page : {PageId::Start, PageId::Issues, PageId::Jobs, PageId::Settings})
        addPage(page);
    menu->addSeparator();
    const auto addZoom = [&](const QString& text, const char* name, const QList<QKeySequence>& keys,
                             int step) {
        QAction* action = add(menu, text, name);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, [this, step] { Q_EMIT zoomWanted(step); });
        m_zoom.push_back(action);
    };
    addZoom(tr("Zoom &in"), "viewZoomIn",
            {QKeySequence(QStringLiteral("Ctrl++")), QKeySequence(QStringLiteral("Ctrl+="))}, 1);
    addZoom(tr("Zoom &out"), "viewZoomOut", {QKeySequence(QStringLiteral("Ctrl+-"))}, -1);
    addZoom(tr("&Usual size"), "viewZoomReset", {QKeySequence(QStringLiteral("Ctrl+Alt+0"))}, 0);
    menu->addSeparator();
    buildTheme(menu);
    QAction* full = add(menu, tr("&Full screen"), "viewFullScreen", QKeySequence(QStringLiteral("F11")));
    full->setCheckable(true);
    connect(full, &QAction::toggled, this, &MainMenu::fullScreenWanted);
}

void MainMenu::buildTheme(QMenu* view) {
    QMenu* menu = view->addMenu(tr("&Colours"));
    auto* group = new QActionGroup(this);
    const std::pair<QString, QString> schemes[] = {{QStringLiteral("system"), tr("As the &system")},
                                                   {QStringLiteral("light"), tr("&Light")},
                                                   {QStringLiteral("dark"), tr("&Dark")}};
    for (const auto& [key, text] : schemes) {
        QAction* action = add(menu, text, "");
        action->setObjectName(QStringLiteral("viewScheme.") + key);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, scheme = key] {
            m_studio.preferences().setScheme(scheme);
            applyAppearance(m_studio.preferences());
        });
        connect(menu, &QMenu::aboutToShow, action, [this, action, scheme = key] {
            action->setChecked(m_studio.preferences().scheme() == scheme);
        });
    }
}

void MainMenu::buildHelp() {
    QMenu* menu = addMenu(tr("&Help"));
    add(menu, tr("User &guide"), "helpGuide", QKeySequence::HelpContents, &MainMenu::guideWanted);
    QAction* shortcuts =
        add(menu, tr("&Keyboard shortcuts"), "helpShortcuts", {}, &MainMenu::shortcutsWanted);
    shortcuts->setShortcuts({QKeySequence(QStringLiteral("Ctrl+/")), QKeySequence(QStringLiteral("?"))});
    menu->addSeparator();
    QAction* about = add(menu, tr("&About Graft Studio"), "helpAbout", {}, &MainMenu::aboutWanted);
    about->setMenuRole(QAction::AboutRole);
}

void MainMenu::followProject() {
    project::Project* project = m_studio.project();
    for (QAction* action : m_needProject)
        action->setEnabled(project);
    for (QAction* action : m_needWritable)
        action->setEnabled(project && !project->readOnly());
    if (project) {
        m_undo.addStack(&project->undoStack()); // leaves the group by itself when it goes
        m_undo.setActiveStack(&project->undoStack());
    }
    refreshUndo();
}

void MainMenu::setCurrent(const Page& page) {
    for (const auto& [id, action] : m_pages)
        action->setChecked(id == page.id());
    for (QAction* action : m_zoom)
        action->setEnabled(page.zoomable());
}

} // namespace graft::ui
