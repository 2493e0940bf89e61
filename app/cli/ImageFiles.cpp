#include "cli/ImageFiles.h"

#include "imaging/Decode.h"

#include <algorithm>
#include <filesystem>

namespace graft::cli {

namespace {

namespace fs = std::filesystem;

/// Links to folders are not followed: they may lead round in a circle.
std::vector<fs::path> imagesBelow(const fs::path& folder) {
    std::vector<fs::path> images;
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failed);
    for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
        std::error_code ignored;
        if (imaging::hasImageEnding(entry->path()) && entry->is_regular_file(ignored))
            images.push_back(entry->path());
    }
    std::ranges::sort(images);
    return images;
}

} // namespace

Result<std::vector<dataset::Item>> imageItems(const QStringList& named) {
    std::vector<fs::path> files;
    for (const QString& name : named) {
        const fs::path path = name.toStdString();
        std::error_code ignored;
        if (fs::is_directory(path, ignored))
            std::ranges::copy(imagesBelow(path), std::back_inserter(files));
        else
            files.push_back(path);
    }
    if (files.empty())
        return Error{translate("CommandLine", "There is no image in %1.",
                               {named.join(QStringLiteral(", ")).toStdString()})};
    std::vector<dataset::Item> items;
    for (const fs::path& file : files)
        items.push_back({.id = std::int64_t(items.size()) + 1, .path = file});
    return items;
}

} // namespace graft::cli
