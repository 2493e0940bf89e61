#pragma once

#include "ui/frame/Page.h"

#include <QKeySequence>
#include <QMenuBar>
#include <QUndoGroup>

#include <vector>

class QAction;
class QMenu;

namespace graft::ui {

class Studio;

/// Everything that can be done from anywhere, with its keys, for those who look there or have no mouse.
class MainMenu : public QMenuBar {
    Q_OBJECT
public:
    explicit MainMenu(Studio& studio, QWidget* parent = nullptr);

    /// The stage or page that is in front.
    void setCurrent(const Page& page);
    static QKeySequence keysOf(PageId page);

Q_SIGNALS:
    void newWanted();
    void openWanted();
    void recentWanted(const QString& folder);
    void sampleWanted();
    void addFolderWanted();
    void addFilesWanted();
    void reportWanted();
    void quitWanted();
    void pageWanted(graft::ui::PageId page);
    void zoomWanted(int step);
    void fullScreenWanted(bool on);
    void shortcutsWanted();
    void guideWanted();
    void aboutWanted();

private:
    using Signal = void (MainMenu::*)();
    QAction* add(QMenu* menu, const QString& text, const char* name, const QKeySequence& keys = {});
    QAction* add(QMenu* menu, const QString& text, const char* name, const QKeySequence& keys, Signal signal);
    void buildFile();
    void buildEdit();
    void buildView();
    void buildTheme(QMenu* view);
    void buildHelp();
    void fillRecent();
    void followProject();
    void refreshUndo();

    Studio& m_studio;
    QUndoGroup m_undo;
    QMenu* m_recent = nullptr;
    QAction* m_undoAction = nullptr;
    QAction* m_redoAction = nullptr;
    std::vector<QAction*> m_needProject;  ///< work on an open project
    std::vector<QAction*> m_needWritable; ///< and change it
    std::vector<QAction*> m_zoom;
    std::vector<std::pair<PageId, QAction*>> m_pages;
};

} // namespace graft::ui
