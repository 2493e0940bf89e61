#include "studio/Photographer.h"

#include "base/Log.h"
#include "ui/frame/MainWindow.h"
#include "ui/frame/PageNames.h"
#include "ui/frame/PageStack.h"

#include <QDir>
#include <QFileInfo>
#include <QPixmap>

#include <utility>

namespace graft::studio {
namespace {

constexpr int kLookEveryMs = 100;
constexpr int kQuietLooks = 4;                    ///< in a row: late answers had their chance
constexpr int kPatience = 300'000 / kLookEveryMs; ///< an evaluation may have to run first

} // namespace

Photographer::Photographer(ui::MainWindow& window) : m_window(window) {
    m_timer.setInterval(kLookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &Photographer::look);
}

void Photographer::add(ui::PageId page, const QString& file, const QString& part) {
    m_pictures.push_back({page, file, part});
}

void Photographer::start(std::function<void(int)> done) {
    m_done = std::move(done);
    next();
    m_timer.start();
}

void Photographer::next() {
    m_quietLooks = m_looks = 0;
    m_partShown = false;
    if (!m_pictures.empty())
        return m_window.showPage(m_pictures.front().page);
    m_timer.stop();
    m_done(m_status);
}

void Photographer::look() {
    ++m_looks;
    // Opening a project leads to its data, once.
    if (m_window.currentPage() != m_pictures.front().page)
        m_window.showPage(m_pictures.front().page);
    m_quietLooks = m_window.settled() ? m_quietLooks + 1 : 0;
    if (m_quietLooks < kQuietLooks && m_looks < kPatience)
        return;
    const Picture picture = m_pictures.front();
    if (!picture.part.isEmpty() && !std::exchange(m_partShown, true)) {
        m_window.pages().page(picture.page).showPart(picture.part);
        m_quietLooks = 0;
        return;
    }
    m_pictures.pop_front();
    if (m_quietLooks < kQuietLooks) {
        log(LogLevel::Error, "the page " + ui::pageKey(picture.page).toStdString() + " did not come to rest");
        m_status = 1;
    }
    if (!take(picture))
        m_status = 1;
    next();
}

bool Photographer::take(const Picture& picture) {
    QDir().mkpath(QFileInfo(picture.file).absolutePath());
    if (m_window.grab().save(picture.file, "PNG"))
        return true;
    log(LogLevel::Error, "the picture could not be written to " + picture.file.toStdString());
    return false;
}

} // namespace graft::studio
