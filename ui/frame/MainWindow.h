#pragma once

#include "base/Ids.h"
#include "project/Project.h"
#include "ui/frame/MachineFacts.h"
#include "ui/frame/Page.h"

#include <QMainWindow>
#include <QStringList>

class QTimer;

namespace graft::ui {

class DropOverlay;
class ImageWatch;
class JobLog;
class MainMenu;
class Notices;
class PageStack;
class Rail;
class StatusLine;
class Studio;
class TrainingSession;

/// The one window: menu, rail, pages, status line.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Studio& studio, TrainingSession& session, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// The start page says why where it cannot be opened.
    void openProject(const QString& folder, project::Access access = project::Access::ReadWrite);
    void showPage(PageId id);
    PageId currentPage() const;
    /// Nothing is loading, waiting or running that the current page shows.
    bool settled() const;

    Rail& rail() { return *m_rail; }
    PageStack& pages() { return *m_pages; }
    MainMenu& menu() { return *m_menu; }
    StatusLine& statusLine() { return *m_status; }
    Notices& notices() { return *m_notices; }
    JobLog& jobLog() { return *m_jobLog; }

Q_SIGNALS:
    /// The person closed it.
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildFrame();
    void addPages();
    void adoptPage(Page* page);
    void connectMenu();
    void connectStudio();
    void restoreShape();
    template <typename Window, typename... Arguments>
    void bringUp(const Arguments&... arguments);

    void projectOpened();
    void runEnded(const QString& runId, const QString& message);
    void refreshTitle();
    void refreshRail();
    void refreshIssues();
    void refreshJobs();
    void openInLabel(ImageId id, const std::vector<ImageId>& order);
    void addSources(const QStringList& sources);
    void chooseSources(bool folders);
    void writeReport();
    void take(const QStringList& dropped);

    Studio& m_studio;
    TrainingSession& m_session;
    MachineFacts m_machine;
    JobLog* m_jobLog;
    ImageWatch* m_imageWatch;
    MainMenu* m_menu;
    Rail* m_rail = nullptr;
    PageStack* m_pages = nullptr;
    StatusLine* m_status = nullptr;
    Notices* m_notices = nullptr;
    DropOverlay* m_drop = nullptr;
    QTimer* m_refreshRail;
};

} // namespace graft::ui
