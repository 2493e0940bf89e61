#include "support/Support.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace graft::test {

std::filesystem::path sharedFolder() {
    const QByteArray named = qgetenv("GRAFT_SHARED");
    const std::filesystem::path folder = named.isEmpty()
                                             ? std::filesystem::path(GRAFT_SOURCE_DIR) / ".." / "shared"
                                             : std::filesystem::path(named.toStdString());
    std::error_code ignored;
    return std::filesystem::exists(folder / "data", ignored)
               ? std::filesystem::weakly_canonical(folder, ignored)
               : std::filesystem::path();
}

ProcessResult runProgram(const std::string& program, const std::vector<std::string>& arguments,
                         int timeoutSeconds,
                         const std::vector<std::pair<std::string, std::string>>& environment) {
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const auto& [name, value] : environment)
        variables.insert(QString::fromStdString(name), QString::fromStdString(value));
    process.setProcessEnvironment(variables);
    QStringList list;
    for (const std::string& argument : arguments)
        list << QString::fromStdString(argument);
    process.start(QString::fromStdString(program), list);
    ProcessResult result;
    if (!process.waitForFinished(timeoutSeconds * 1000)) {
        process.kill();
        process.waitForFinished();
        result.errors = "did not finish: " + process.errorString().toStdString();
        return result;
    }
    result.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    result.output = process.readAllStandardOutput().toStdString();
    result.errors = process.readAllStandardError().toStdString();
    return result;
}

} // namespace graft::test
