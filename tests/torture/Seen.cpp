#include "Seen.h"

#include "RandomEdits.h"
#include "project/Edits.h"

#include <QCryptographicHash>

#include <sstream>

namespace graft::torture {

using namespace project;

namespace {

std::string hashOf(const std::string& bytes) {
    return QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha1)
        .toHex()
        .toStdString();
}

std::string notesOf(const Project& project) {
    std::ostringstream text;
    for (const Issue& issue : project.issues())
        text << issue.id << ' ' << int(issue.severity) << ' ' << issue.path << ' ' << issue.problem << '\n';
    for (int i = 0; i < settingsInUse; ++i)
        text << project.setting(settingName(i), "absent") << '\n';
    return hashOf(text.str());
}

} // namespace

std::string documentOf(const Project& project) {
    Edits all;
    for (const auto& labelClass : project.classes())
        all.add(labelClass);
    for (const ImageRecord& image : project.images()) {
        all.add(image);
        for (const auto& shape : project.shapes(image.id))
            all.add(shapeRow(image.id, shape));
    }
    return hashOf(encodeChanges(all.rows()));
}

Seen seen(Project& project) {
    return {documentOf(project), notesOf(project), project.undoStack().index(), project.undoStack().count()};
}

} // namespace graft::torture
