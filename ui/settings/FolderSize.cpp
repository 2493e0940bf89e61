#include "ui/settings/FolderSize.h"

#include "base/FolderBytes.h"

namespace graft::ui {

FolderSize::FolderSize(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

FolderSize::~FolderSize() {
    clear();
    m_pool.waitForDone();
}

void FolderSize::clear() {
    if (m_stop)
        *m_stop = true;
    m_stop.reset();
    m_bytes.reset();
}

void FolderSize::count(const std::filesystem::path& folder) {
    clear();
    m_stop = std::make_shared<std::atomic<bool>>(false);
    ++m_counting;
    m_pool.start([this, folder, stop = m_stop] {
        const auto sum = qint64(bytesBelow(folder, [stop] { return stop->load(); }));
        QMetaObject::invokeMethod(
            this,
            [this, sum, stop] {
                --m_counting;
                if (stop != m_stop)
                    return;
                m_bytes = sum;
                Q_EMIT counted();
            },
            Qt::QueuedConnection);
    });
}

} // namespace graft::ui
