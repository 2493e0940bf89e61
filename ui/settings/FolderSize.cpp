#include "ui/settings/FolderSize.h"

namespace graft::ui {
namespace {

namespace fs = std::filesystem;

qint64 bytesBelow(const fs::path& folder, const std::atomic<bool>& stop) {
    qint64 sum = 0;
    std::error_code failed;
    fs::recursive_directory_iterator walk(folder, fs::directory_options::skip_permission_denied, failed);
    for (; !failed && walk != fs::recursive_directory_iterator() && !stop; walk.increment(failed)) {
        std::error_code ignored;
        if (walk->is_regular_file(ignored) && !walk->is_symlink(ignored))
            if (const auto size = walk->file_size(ignored); !ignored)
                sum += qint64(size);
    }
    return sum;
}

} // namespace

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

void FolderSize::count(const fs::path& folder) {
    clear();
    m_stop = std::make_shared<std::atomic<bool>>(false);
    ++m_counting;
    m_pool.start([this, folder, stop = m_stop] {
        const qint64 sum = bytesBelow(folder, *stop);
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
