#include "studio/LogFile.h"

#include "base/Log.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMutex>
#include <QMutexLocker>

#include <cstdio>
#include <memory>

namespace graft::studio {
namespace {

constexpr qint64 kLargest = 2 << 20;

/// Thread-safe.
class LogFile {
public:
    explicit LogFile(const QString& folder) : m_file(folder + QStringLiteral("/studio.log")) {
        QDir().mkpath(folder);
        if (m_file.size() > kLargest) {
            const QString before = m_file.fileName() + QStringLiteral(".1");
            QFile::remove(before);
            QFile::rename(m_file.fileName(), before);
        }
        // Where it cannot be written, the terminal is all there is.
        (void)m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Text);
    }

    void write(LogLevel level, const QByteArray& text) {
        static constexpr const char* kNames[] = {"debug", "info", "warning", "error"};
        const QByteArray when = QDateTime::currentDateTime().toString(Qt::ISODateWithMs).toLatin1();
        const QMutexLocker lock(&m_mutex);
        m_file.write(when + ' ' + kNames[int(level)] + ' ' + text + '\n');
        m_file.flush();
        if (level >= LogLevel::Warning)
            std::fprintf(stderr, "%s\n", text.constData());
    }

private:
    QMutex m_mutex;
    QFile m_file;
};

LogLevel levelOf(QtMsgType type) {
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    default:
        return LogLevel::Error;
    }
}

} // namespace

void logTo(const QString& folder) {
    // Qt's handler is a bare function: what it writes to lives as long as the program.
    static LogFile file(folder);
    installLogSink(
        [](LogLevel level, const std::string& text) { file.write(level, QByteArray::fromStdString(text)); });
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext& context, const QString& text) {
        // Without a screen there is nothing to raise or to hint at.
        const bool noScreen = text.startsWith(QLatin1String("This plugin does not support"));
        file.write(noScreen ? LogLevel::Debug : levelOf(type),
                   QByteArray(context.category) + ": " + text.toUtf8());
    });
}

} // namespace graft::studio
