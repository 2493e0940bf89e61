#include "interchange/Source.h"

#include "base/Files.h"
#include "imaging/Decode.h"
#include "interchange/Annotations.h"
#include "interchange/ClassTable.h"
#include "interchange/FolderClasses.h"
#include "interchange/FolderNames.h"
#include "interchange/Listing.h"
#include "interchange/Masks.h"

#include <algorithm>
#include <array>

namespace graft::interchange {

namespace fs = std::filesystem;

namespace {

/// A table counts as the folder's class table where it names at least this share of the images.
constexpr double kShareNamed = 0.5;

Error noImage(const fs::path& folder) {
    return {translate("Interchange",
                      "There is no image in %1. Choose a folder with pictures in it, or in folders below it.",
                      {folder.string()})};
}

void clearClasses(Found& found) {
    for (FoundImage& image : found.images)
        image.className.clear();
}

void append(std::vector<FoundProblem>& to, std::vector<FoundProblem> problems) {
    std::ranges::move(problems, std::back_inserter(to));
}

Found foundByFolders(Listing& listing, const std::string& format) {
    FolderClasses folders = classesOfFolders(listing);
    const bool classes = format == "folders" || (format == "auto" && folders.areClasses);
    Found found{.format = classes ? "folders" : "images",
                .images = std::move(folders.images),
                .problems = std::move(listing.problems)};
    if (classes)
        append(found.problems, std::move(folders.problems));
    else
        clearClasses(found);
    return found;
}

bool isTable(const std::string& name) {
    const std::string lower = lowerCase(name);
    return lower.ends_with(".csv") || lower.ends_with(".tsv");
}

std::vector<fs::path> tablesNearTop(const Folder& top) {
    std::vector<fs::path> tables;
    const auto add = [&](const Folder& folder) {
        for (const std::string& name : folder.texts)
            if (isTable(name))
                tables.push_back(folder.path / name);
    };
    add(top);
    for (const Folder& inner : top.folders)
        add(inner);
    return tables;
}

/// The table in or just below the folder that names the most of its images.
std::optional<TableImages> bestTable(const Listing& listing) {
    constexpr std::size_t kTried = 20;
    std::optional<TableImages> best;
    auto tables = tablesNearTop(listing.top);
    tables.resize(std::min(tables.size(), kTried));
    for (const fs::path& table : tables) {
        const auto rows = readCsvFile(listing.root / table);
        if (!rows)
            continue;
        auto read = readClassTable(*rows, listing.root / table, listing);
        if (read && (!best || read->images.size() > best->images.size()))
            best = std::move(*read);
    }
    return best;
}

/// Images that the table does not name come without a class.
Found foundByTable(Listing& listing, TableImages table) {
    Found found{.format = "csv", .images = std::move(table.images), .problems = std::move(listing.problems)};
    append(found.problems, std::move(table.problems));
    std::vector<fs::path> named;
    for (const FoundImage& image : found.images)
        named.push_back(image.path);
    std::ranges::sort(named);
    for (const fs::path& relative : imagePaths(listing.top)) {
        const fs::path path = listing.root / relative;
        if (!std::ranges::binary_search(named, path))
            found.images.push_back({.path = path});
    }
    return found;
}

Result<Found> readFolder(const fs::path& folder, const ReadOptions& options, const Monitor& monitor) {
    auto listing = listFolder(folder, monitor);
    if (!listing)
        return listing.error();
    if (listing->imageCount == 0)
        return listing->problems.empty()
                   ? noImage(folder)
                   : Error{translate("Interchange", "There is no image in %1 that can be read. %2: %3",
                                     {folder.string(), listing->problems.front().path.string(),
                                      listing->problems.front().problem})};
    if (options.format == "auto" || options.format == "csv") {
        auto table = bestTable(*listing);
        const bool wanted =
            table && (options.format == "csv" ||
                      double(table->images.size()) >= kShareNamed * double(listing->imageCount));
        if (wanted)
            return foundByTable(*listing, std::move(*table));
        if (options.format == "csv")
            return Error{translate("Interchange",
                                   "There is no class table (CSV) in %1 that names its images.",
                                   {folder.string()})};
    }
    return foundByFolders(*listing, options.format);
}

Result<Found> readTable(const fs::path& file, const ReadOptions& options, const Monitor& monitor) {
    auto listing = listFolder(options.images.empty() ? file.parent_path() : options.images, monitor);
    if (!listing)
        return listing.error();
    const auto rows = readCsvFile(file);
    if (!rows)
        return rows.error();
    auto table = readClassTable(*rows, file, *listing);
    if (!table)
        return table.error();
    return Found{.format = "csv", .images = std::move(table->images), .problems = std::move(table->problems)};
}

Result<Found> readFile(const fs::path& file, const ReadOptions& options, const Monitor& monitor) {
    const std::string ending = lowerCase(file.extension().string());
    if (ending == ".json" && options.format == "auto") {
        ReadOptions coco = options;
        coco.format = "coco";
        return readAnnotations(file, coco, monitor);
    }
    const bool table = isTable(file.string()) || (ending == ".txt" && options.format == "csv");
    if (table && (options.format == "auto" || options.format == "csv"))
        return readTable(file, options, monitor);
    if (options.format == "csv")
        return Error{translate("Interchange", "%1 is no class table: such a file ends in .csv or .tsv.",
                               {file.string()})};
    if (imaging::hasImageEnding(file))
        return Found{.format = "images", .images = {{.path = file}}};
    return Error{translate("Interchange", "%1 is neither an image nor a folder nor a table of classes.",
                           {file.string()})};
}

Result<> checkFormat(const std::string& format) {
    const auto readable = readableFormats();
    if (format == "auto" || std::ranges::find(readable, format) != readable.end())
        return {};
    std::string list;
    for (const std::string& name : readable)
        list += (list.empty() ? "" : ", ") + name;
    return Error{translate("Interchange", "The format “%1” cannot be read by this version. It reads: %2.",
                           {format, list})};
}

} // namespace

std::vector<std::string> readableFormats() {
    return {"folders", "csv", "images", "coco", "voc", "yolo", "masks"};
}

Result<Found> readSource(const fs::path& source, const ReadOptions& options, const Monitor& monitor) {
    if (auto known = checkFormat(options.format); !known)
        return known.error();
    std::error_code failure;
    const fs::path canonical = fs::canonical(source, failure);
    if (failure)
        return Error{translate("Interchange", "%1 cannot be read: %2.",
                               {source.string(), systemErrorText(failure.value())})};
    const bool folder = fs::is_directory(canonical, failure);
    if (failure)
        return Error{translate("Interchange", "%1 cannot be read: %2.",
                               {source.string(), systemErrorText(failure.value())})};
    if (options.format == "coco" || options.format == "voc" || options.format == "yolo")
        return readAnnotations(canonical, options, monitor);
    if (options.format == "masks" || (options.format == "auto" && options.masksWanted && folder &&
                                      looksLikeMasks(canonical, options, monitor)))
        return readMasks(canonical, options, monitor);
    return folder ? readFolder(canonical, options, monitor) : readFile(canonical, options, monitor);
}

} // namespace graft::interchange
