#include "project/Paths.h"

#include <algorithm>

namespace graft::project {

namespace fs = std::filesystem;

std::string storedPath(const fs::path& projectFolder, const fs::path& image) {
    if (!image.is_absolute())
        return image.lexically_normal().string();
    const fs::path parent = projectFolder.parent_path();
    const fs::path whole = image.lexically_normal();
    const auto [inParent, inWhole] = std::mismatch(parent.begin(), parent.end(), whole.begin(), whole.end());
    if (inParent != parent.end() || parent == parent.root_path())
        return whole.string();
    fs::path relative;
    for (auto part = inWhole; part != whole.end(); ++part)
        relative /= *part;
    return relative.string();
}

fs::path absolutePath(const fs::path& projectFolder, const std::string& stored) {
    const fs::path path(stored);
    return path.is_absolute() ? path : projectFolder.parent_path() / path;
}

fs::path databaseFile(const fs::path& projectFolder) {
    return projectFolder / "project.sqlite";
}

fs::path backupsFolder(const fs::path& projectFolder) {
    return projectFolder / "backups";
}

} // namespace graft::project
