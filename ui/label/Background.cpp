#include "ui/label/Background.h"

namespace graft::ui {

Background::Background(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

Background::~Background() {
    m_pool.clear();
    m_pool.waitForDone();
}

// Whose ticket has gone meanwhile is passed over.
Background::Ticket Background::start(std::function<std::function<void()>()> work) {
    auto ticket = std::make_shared<int>(0);
    ++m_pending;
    m_pool.start([this, work = std::move(work), kept = std::weak_ptr<void>(ticket)] {
        const std::function<void()> tell = kept.expired() ? std::function<void()>() : work();
        QMetaObject::invokeMethod(
            this,
            [this, kept, tell] {
                --m_pending;
                if (tell && !kept.expired())
                    tell();
            },
            Qt::QueuedConnection);
    });
    return ticket;
}

} // namespace graft::ui
