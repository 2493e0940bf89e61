#include "ui/label/Background.h"

namespace graft::ui {

Background::Background(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

Background::~Background() {
    m_pool.clear();
    m_pool.waitForDone();
}

Background::Ticket Background::start(std::function<std::function<void()>()> work) {
    auto ticket = std::make_shared<int>(0);
    m_pool.clear();
    m_pool.start([this, work = std::move(work), kept = std::weak_ptr<void>(ticket)] {
        if (kept.expired())
            return;
        QMetaObject::invokeMethod(
            this,
            [kept, tell = work()] {
                if (!kept.expired())
                    tell();
            },
            Qt::QueuedConnection);
    });
    return ticket;
}

} // namespace graft::ui
