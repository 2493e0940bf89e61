#pragma once

#include "base/Random.h"
#include "project/Project.h"

#include <filesystem>
#include <string>

namespace graft::torture {

inline constexpr int settingsInUse = 5;
std::string settingName(int number);

/// Small files that stand for images, each twice: in images/ and, found again after a move, in moved/.
class ImagePool {
public:
    /// Makes the files where they are not there yet.
    explicit ImagePool(const std::filesystem::path& folder);
    project::Project::NewImage image(std::uint64_t number) const;
    std::string otherPlace(const std::string& path) const;
    std::uint64_t size() const;

private:
    std::filesystem::path m_folder;
};

/// One edit of any kind: images, classes, splits, groups, shapes, imports in portions, issues, settings, a
/// step of undo or redo. What it does depends on nothing but the project and `random`. At most one
/// transaction of the document.
void editAtRandom(project::Project& project, Random& random, const ImagePool& pool);

} // namespace graft::torture
