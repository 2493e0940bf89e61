#include "project/Check.h"

#include "base/Files.h"

#include <QCryptographicHash>
#include <QFile>

#include <cerrno>
#include <sys/stat.h>

namespace graft::project {

namespace {

std::string contentHash(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    return hash.result().toHex().toStdString();
}

/// Size and time say quickly that nothing changed; only where they differ is the file read.
std::string problemOf(const ImageRecord& image, const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return translate("Check", "%1: %2", {image.path, systemErrorText(errno)});
    if (status.st_size == image.fileBytes && status.st_mtime == image.modified)
        return {};
    if (image.contentHash.empty() ||
        (status.st_size == image.fileBytes && contentHash(path) == image.contentHash))
        return {};
    return translate("Check", "%1: the file has changed since it was added", {image.path});
}

} // namespace

std::vector<std::string> fileProblems(const Project& project, const Monitor& monitor) {
    std::vector<std::string> problems;
    const auto total = std::int64_t(project.images().size());
    for (std::int64_t done = 0; const ImageRecord& image : project.images()) {
        if (monitor.stopRequested())
            break;
        monitor.report(++done, total);
        if (std::string problem = problemOf(image, project.absolutePath(image)); !problem.empty())
            problems.push_back(std::move(problem));
    }
    return problems;
}

} // namespace graft::project
