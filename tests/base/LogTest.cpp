#include "base/Log.h"

#include <QFile>
#include <QTemporaryFile>
#include <QtTest>

#include <cstdio>
#include <unistd.h>
#include <vector>

using namespace graft;

namespace {

/// What reaches stderr while it lives.
class CapturedStderr {
public:
    CapturedStderr() : m_before(::dup(STDERR_FILENO)) {
        if (m_file.open())
            ::dup2(m_file.handle(), STDERR_FILENO);
    }
    ~CapturedStderr() { restore(); }
    std::string text() {
        restore();
        m_file.seek(0);
        return m_file.readAll().toStdString();
    }

private:
    void restore() {
        if (m_before < 0)
            return;
        std::fflush(stderr);
        ::dup2(m_before, STDERR_FILENO);
        ::close(m_before);
        m_before = -1;
    }
    QTemporaryFile m_file;
    int m_before;
};

} // namespace

class LogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { installLogSink({}); }

    void goesToTheInstalledSink() {
        std::vector<std::string> lines;
        installLogSink([&](LogLevel, const std::string& line) { lines.push_back(line); });
        CapturedStderr errors;
        log(LogLevel::Debug, "small");
        log(LogLevel::Error, "large");
        QCOMPARE(lines, (std::vector<std::string>{"small", "large"}));
        QCOMPARE(errors.text(), std::string());
    }

    void anEmptySinkMeansStderrAgain() {
        installLogSink([](LogLevel, const std::string&) { QFAIL("this sink was taken away"); });
        installLogSink({});
        CapturedStderr errors;
        log(LogLevel::Info, "not worth a line");
        log(LogLevel::Warning, "worth a line");
        QCOMPARE(errors.text(), std::string("worth a line\n"));
    }
};

QTEST_APPLESS_MAIN(LogTest)
#include "LogTest.moc"
