#include "ui/frame/MachineFacts.h"

#include <QFile>

#ifdef __linux__
#include <unistd.h>
#endif

namespace graft::ui {

MachineFacts::MachineFacts(QObject* parent) : QObject(parent) {
    m_thread = std::thread([this] {
        auto found = training::machine();
        QMetaObject::invokeMethod(
            this,
            [this, found = std::move(found)] {
                m_machine = found;
                Q_EMIT known();
            },
            Qt::QueuedConnection);
    });
}

MachineFacts::~MachineFacts() {
    m_thread.join();
}

QString MachineFacts::deviceText(const QString& choice) const {
    if (!m_machine)
        return {};
    if (m_machine->cuda && choice != QLatin1String("cpu"))
        return QString::fromStdString(m_machine->cudaDevice);
    return m_machine->threads == 1 ? tr("Processor, 1 core")
                                   : tr("Processor, %1 cores").arg(m_machine->threads);
}

qint64 residentBytes() {
#ifdef __linux__
    QFile file(QStringLiteral("/proc/self/statm"));
    if (file.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> pages = file.readAll().split(' ');
        if (pages.size() > 1)
            return pages[1].toLongLong() * sysconf(_SC_PAGESIZE);
    }
#endif
    return 0;
}

} // namespace graft::ui
