#pragma once

#include "support/Support.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

// The real program `graft`, started as a person or a script starts it.
namespace graft::test {

inline QString qtext(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

/// Its exit code, and what it wrote where.
struct Answer {
    int code = -1;
    QByteArray output;
    QByteArray errors;
    QJsonObject json; ///< of --json: all of stdout, which is one line

    bool says(const char* part) const { return errors.contains(part) || output.contains(part); }
};

class Graft {
public:
    /// Everything the program keeps outside projects goes below `home`. `weights` is GRAFT_WEIGHTS_DIR.
    /// Without npm: as on a machine without the registry client. One thread is quickest for small pictures,
    /// and beside other tests.
    explicit Graft(const std::filesystem::path& home, const std::filesystem::path& weights = {},
                   int threads = 1)
        : m_environment(QProcessEnvironment::systemEnvironment()) {
        m_environment.insert("GRAFT_DATA_DIR", qtext(home));
        m_environment.insert("GRAFT_WEIGHTS_DIR", qtext(weights));
        m_environment.insert("LC_ALL", "C.UTF-8");
        m_environment.insert("OMP_NUM_THREADS", QString::number(threads));
        m_environment.remove("OMP_WAIT_POLICY"); // which the tests themselves run with
        m_environment.insert("PATH", "/nonexistent");
        for (const char* proxy :
             {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            m_environment.insert(proxy, "http://127.0.0.1:9"); // no network
    }

    static QString program() { return QStringLiteral(GRAFT_BINARY_DIR "/bin/graft"); }

    void start(QProcess& process, const QStringList& arguments) const {
        process.setProcessEnvironment(m_environment);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(program(), arguments);
        QVERIFY2(process.waitForStarted(), qPrintable(process.errorString()));
    }

    static Answer answerOf(QProcess& process) {
        Answer answer{.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                      .output = process.readAllStandardOutput(),
                      .errors = process.readAllStandardError(),
                      .json = {}};
        if (answer.output.count('\n') == 1)
            answer.json = QJsonDocument::fromJson(answer.output).object();
        return answer;
    }

    Answer run(const QStringList& arguments, int timeoutSeconds = 300) const {
        QProcess process;
        start(process, arguments);
        if (!process.waitForFinished(timeoutSeconds * 1000)) {
            process.kill();
            process.waitForFinished();
        }
        const Answer answer = answerOf(process);
        if (qEnvironmentVariableIsSet("GRAFT_TEST_VERBOSE"))
            qInfo("graft %s\n%s%s", qPrintable(arguments.join(' ')), answer.errors.constData(),
                  answer.output.constData());
        return answer;
    }

    /// With --json, and complains where it does not end well.
    Answer good(const QStringList& arguments, int timeoutSeconds = 300) const {
        const Answer answer = run(arguments + QStringList{"--json"}, timeoutSeconds);
        if (answer.code != 0 || answer.json.isEmpty())
            qWarning("graft %s: %d\n%s%s", qPrintable(arguments.join(' ')), answer.code,
                     answer.errors.constData(), answer.output.constData());
        return answer;
    }

    /// As a person without any rights, where the tests are root; else as oneself.
    Answer runAsNobody(const QStringList& arguments) const {
        if (::geteuid() != 0)
            return run(arguments);
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(kSetPriv,
                      QStringList{"--reuid=65534", "--regid=65534", "--clear-groups", program()} + arguments);
        process.waitForFinished(120'000);
        return answerOf(process);
    }
    static bool canBeNobody() { return QFileInfo(kSetPriv).isExecutable(); }

private:
    static constexpr auto kSetPriv = "/usr/bin/setpriv";

    QProcessEnvironment m_environment;
};

/// The first of `keys` that the object lacks; empty: it has all.
inline QString missingKey(const QJsonObject& object, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
        if (!object.contains(QLatin1String(key)))
            return QLatin1String(key);
    return {};
}

#define GRAFT_HAS_KEYS(object, ...) QCOMPARE(graft::test::missingKey(object, {__VA_ARGS__}), QString())
/// Why the answer is not as it should be; empty: it is.
inline QByteArray unlike(const Answer& answer, int code, const char* part) {
    if (answer.code == code && answer.says(part))
        return {};
    return QByteArray::number(answer.code) + ": " + answer.errors + answer.output;
}

/// Ended well.
#define GRAFT_GOOD(answer) QCOMPARE(graft::test::unlike(answer, 0, ""), QByteArray())
/// Failed as failures should: exit code, and a message that holds `part`.
#define GRAFT_FAILS(answer, exitCode, part)                                                                  \
    QCOMPARE(graft::test::unlike(answer, exitCode, part), QByteArray())

inline void write(const std::filesystem::path& file, const std::string& bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

inline void copyFolder(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::create_directories(to.parent_path());
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

inline std::filesystem::path sharedWeights() {
    return sharedFolder().empty() ? std::filesystem::path() : sharedFolder() / "weights";
}

/// Options that make a run quick: small pictures, from scratch.
inline QStringList quick(int epochs) {
    return {"--model",  "mobilenet_v3_small",   "--weights", "none", "--size", "64", "--batch", "8",
            "--epochs", QString::number(epochs)};
}

} // namespace graft::test
