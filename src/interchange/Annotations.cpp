#include "interchange/Annotations.h"

#include "interchange/AnnotatedImages.h"
#include "interchange/Coco.h"
#include "interchange/FolderNames.h"
#include "interchange/PascalVoc.h"
#include "interchange/Yolo.h"

#include <algorithm>
#include <unordered_map>

namespace graft::interchange {

namespace fs = std::filesystem;

namespace {

void collect(const Folder& folder, const fs::path& root, std::string_view ending,
             std::vector<fs::path>& files) {
    for (const std::string& name : folder.texts)
        if (lowerCase(name).ends_with(ending))
            files.push_back(root / folder.path / name);
    for (const Folder& inner : folder.folders)
        collect(inner, root, ending, files);
}

/// The annotation files themselves, and the images they may speak of.
struct Place {
    Listing files;
    Listing images;
    std::vector<fs::path> only; ///< the one file that was given, instead of all

    std::vector<fs::path> all(std::string_view ending) const {
        std::vector<fs::path> found;
        collect(files.top, files.root, ending, found);
        return found;
    }
    std::vector<fs::path> wanted(std::string_view ending) const { return only.empty() ? all(ending) : only; }
};

Result<Place> placeOf(const fs::path& source, const ReadOptions& options, const Monitor& monitor) {
    std::error_code failure;
    const bool folder = fs::is_directory(source, failure);
    auto files = listFolder(folder ? source : source.parent_path(), monitor);
    if (!files)
        return files.error();
    auto images = options.images.empty() ? files : listFolder(options.images, monitor);
    if (!images)
        return images.error();
    Place place{std::move(*files), std::move(*images), {}};
    if (!folder)
        place.only = {source};
    return place;
}

/// A file among several that is of another kind is passed over; one alone is an Error.
template <typename Read>
Result<int> readEach(const std::vector<fs::path>& files, Problems& problems, Read read) {
    int good = 0;
    for (const fs::path& file : files) {
        const Result<> done = read(file);
        if (!done && files.size() == 1)
            return done.error();
        if (!done)
            problems.add(file, done.error().message);
        good += done.ok();
    }
    return good;
}

Result<int> readCocoFiles(const Place& place, AnnotatedImages& images, Problems& problems) {
    return readEach(place.wanted(".json"), problems,
                    [&](const fs::path& file) { return readCoco(file, images, problems); });
}

Result<int> readVocFiles(const Place& place, AnnotatedImages& images, Problems& problems) {
    const auto read = readEach(place.wanted(".xml"), problems,
                               [&](const fs::path& file) { return readPascalVoc(file, images, problems); });
    if (read)
        for (const fs::path& set : place.all(".txt"))
            if (set.parent_path().filename() == "Main")
                readImageSet(set, images);
    return read;
}

std::optional<fs::path> classesFile(const Place& place) {
    for (const std::string_view name :
         {"obj.names", "classes.txt", "data.yaml", "data.yml", ".names", ".yaml"})
        if (const auto files = place.all(name); !files.empty())
            return files.front();
    return std::nullopt;
}

/// images/train/1.jpg and labels/train/1.txt are one; so are x/1.jpg and x/1.txt.
std::string labelKey(const fs::path& relative) {
    fs::path key;
    for (const fs::path& part : relative.parent_path()) {
        const std::string name = lowerCase(part.string());
        if (name != "images" && name != "labels" && name != "annotations")
            key /= name;
    }
    return (key / lowerCase(relative.stem().string())).generic_string();
}

annotation::Split splitOfPath(const fs::path& relative) {
    for (const fs::path& part : relative.parent_path())
        if (const auto split = splitOfFolder(part.string()))
            return *split;
    return annotation::Split::None;
}

Result<int> readYoloFiles(const Place& place, AnnotatedImages& images, Problems& problems) {
    const auto named = classesFile(place);
    if (!named)
        return Error{translate(
            "Interchange",
            "There are no names of classes in %1: YOLO keeps them in obj.names, classes.txt or data.yaml.",
            {place.files.root.string()})};
    const auto classes = readYoloClasses(*named);
    if (!classes)
        return classes.error();
    std::unordered_map<std::string, fs::path> labels;
    std::unordered_map<std::string, fs::path> byStem;
    for (const fs::path& file : place.all(".txt")) {
        labels.emplace(labelKey(file.lexically_relative(place.files.root)), file);
        byStem.emplace(lowerCase(file.stem().string()), file);
    }
    const bool apart = place.files.root != place.images.root;
    int good = 0;
    for (std::size_t i = 0; i < images.paths().size(); ++i) {
        const fs::path& relative = images.paths()[i];
        FoundImage& image = images.at(i);
        image.split = splitOfPath(relative);
        const auto& map = apart ? byStem : labels;
        const auto label = map.find(apart ? lowerCase(relative.stem().string()) : labelKey(relative));
        if (label == map.end())
            continue;
        if (const auto done = readYoloLabels(label->second, *classes, image, problems); !done)
            problems.add(label->second, done.error().message);
        else
            ++good;
    }
    return good;
}

} // namespace

Result<Found> readAnnotations(const fs::path& source, const ReadOptions& options, const Monitor& monitor) {
    const auto place = placeOf(source, options, monitor);
    if (!place)
        return place.error();
    AnnotatedImages images(place->images);
    Problems problems(source);
    const auto read = options.format == "coco"  ? readCocoFiles(*place, images, problems)
                      : options.format == "voc" ? readVocFiles(*place, images, problems)
                                                : readYoloFiles(*place, images, problems);
    if (!read)
        return read.error();
    if (*read == 0)
        return Error{translate("Interchange",
                               "There are no annotations of the format “%1” in %2 that fit its images.",
                               {options.format, source.string()})};
    Found found{.format = options.format, .images = images.take(), .problems = place->images.problems};
    std::ranges::move(problems.take(), std::back_inserter(found.problems));
    if (found.images.empty())
        return Error{translate(
            "Interchange",
            "None of the images that the annotations speak of is in %1. Give the folder of the images, too.",
            {place->images.root.string()})};
    return found;
}

} // namespace graft::interchange
