#pragma once

#include "ui/frame/Page.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace graft::ui {
class MainWindow;
}

namespace graft::studio {

/// Brings page after page to the front, waits until all on it has arrived, and writes a picture of the
/// window.
class Photographer : public QObject {
    Q_OBJECT
public:
    explicit Photographer(ui::MainWindow& window);

    /// `part`: of the page, see ui::Page::showPart; empty: as it is.
    void add(ui::PageId page, const QString& file, const QString& part = {});
    /// `done` gets the exit status: 0, or 1 where a page did not come to rest or a file could not be written.
    void start(std::function<void(int)> done);

private:
    struct Picture {
        ui::PageId page;
        QString file;
        QString part;
    };
    void look();
    void next();
    bool take(const Picture& picture);

    ui::MainWindow& m_window;
    std::deque<Picture> m_pictures;
    std::function<void(int)> m_done;
    QTimer m_timer;
    int m_quietLooks = 0;
    bool m_partShown = false;
    int m_looks = 0;
    int m_status = 0;
};

} // namespace graft::studio
