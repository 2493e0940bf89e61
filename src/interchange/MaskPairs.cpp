#include "interchange/MaskPairs.h"

#include "interchange/FolderNames.h"
#include "interchange/MaskFiles.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace graft::interchange {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 15> kFolderWords{
    "masks",         "mask",         "annotations",       "annotation",   "annot",
    "labels",        "label",        "groundtruth",       "ground_truth", "gt",
    "segmentations", "segmentation", "segmentationclass", "seg",          "manual"};
constexpr std::array<std::string_view, 14> kNameEndings{
    "mask",        "masks",    "label", "labels", "seg",        "gt",     "segmentation",
    "groundtruth", "labelids", "l",     "annot",  "annotation", "manual", "manual1"};

/// "trainannot" → "train", "masks" → "": what is left of a folder's name that says that masks are in it.
std::optional<std::string> maskFolder(const std::string& name) {
    const std::string lower = lowerCase(name);
    if (lower.find("image") != std::string::npos || lower.find("img") != std::string::npos)
        return std::nullopt;
    for (const std::string_view word : kFolderWords) {
        if (!lower.ends_with(word))
            continue;
        std::string rest = lower.substr(0, lower.size() - word.size());
        while (!rest.empty() && (rest.back() == '_' || rest.back() == '-' || rest.back() == ' '))
            rest.pop_back();
        return rest;
    }
    return std::nullopt;
}

/// "12_mask" → "12"; what has no such ending stays as it is.
std::string withoutEnding(const std::string& stem) {
    for (const std::string_view ending : kNameEndings) {
        if (stem.size() < ending.size() + 2 || !stem.ends_with(ending))
            continue;
        const std::size_t at = stem.size() - ending.size() - 1;
        if (std::string_view("_-. ").find(stem[at]) != std::string_view::npos)
            return stem.substr(0, at);
    }
    return stem;
}

/// A path as far as it tells one image from another.
struct Key {
    std::vector<std::string> folders; ///< in lower case, without "images" and its like
    std::string stem;

    std::string text(std::size_t foldersUsed) const {
        std::string whole;
        for (std::size_t i = 0; i < foldersUsed; ++i)
            whole += folders[i] + '/';
        return whole + stem;
    }
    std::string text() const { return text(folders.size()); }
    std::string folderText() const { return text().substr(0, text().size() - stem.size()); }
};

Key imageKey(const fs::path& relative) {
    Key key{.stem = lowerCase(relative.stem().string())};
    for (const fs::path& part : relative.parent_path())
        if (!isGenericFolder(part.string()))
            key.folders.push_back(lowerCase(part.string()));
    return key;
}

/// `rests`: with what was left of the names of mask folders.
Key maskKey(const fs::path& relative, bool rests) {
    Key key{.stem = withoutEnding(lowerCase(relative.stem().string()))};
    for (const fs::path& part : relative.parent_path()) {
        const std::string name = part.string();
        if (const auto rest = maskFolder(name)) {
            if (rests && !rest->empty())
                key.folders.push_back(*rest);
        } else if (!isGenericFolder(name)) {
            key.folders.push_back(lowerCase(name));
        }
    }
    return key;
}

/// Images by key; one that several have belongs to nobody.
class Images {
public:
    explicit Images(const std::vector<fs::path>& relative) {
        for (std::size_t i = 0; i < relative.size(); ++i) {
            const Key key = imageKey(relative[i]);
            add(m_byKey, key.text(), i);
            add(m_byFolder, key.folderText(), i);
            add(m_byStem, key.stem, i);
        }
    }
    std::optional<std::size_t> withKey(const std::string& key) const { return find(m_byKey, key); }
    std::optional<std::size_t> aloneIn(const std::string& folder) const { return find(m_byFolder, folder); }
    std::optional<std::size_t> withStem(const std::string& stem) const { return find(m_byStem, stem); }

private:
    using Places = std::unordered_map<std::string, std::optional<std::size_t>>;
    static void add(Places& places, const std::string& key, std::size_t image) {
        const auto [place, isNew] = places.try_emplace(key, image);
        if (!isNew)
            place->second.reset();
    }
    static std::optional<std::size_t> find(const Places& places, const std::string& key) {
        const auto found = places.find(key);
        return found != places.end() ? found->second : std::nullopt;
    }
    Places m_byKey;
    Places m_byFolder;
    Places m_byStem;
};

std::string lastFolderWithoutMasks(const fs::path& relative) {
    std::string last;
    for (const fs::path& part : relative.parent_path())
        if (!maskFolder(part.string()) && !isGenericFolder(part.string()))
            last = part.string();
    return last;
}

std::optional<MaskFile> pairOf(const fs::path& relative, const Images& images, bool byStem) {
    for (const bool rests : {true, false}) {
        const Key key = maskKey(relative, rests);
        if (const auto image = images.withKey(key.text()))
            return MaskFile{.image = *image};
    }
    const Key key = maskKey(relative, false);
    if (!key.folders.empty())
        if (const auto image = images.withKey(key.text(key.folders.size() - 1)))
            return MaskFile{.image = *image, .className = lastFolderWithoutMasks(relative)};
    if (!key.folders.empty() && !byStem)
        if (const auto image = images.aloneIn(key.folderText()))
            return MaskFile{.image = *image, .instance = true};
    if (byStem)
        if (const auto image = images.withStem(key.stem))
            return MaskFile{.image = *image,
                            .className =
                                key.folders.empty() ? std::string() : lastFolderWithoutMasks(relative)};
    return std::nullopt;
}

MaskPairs paired(const fs::path& maskRoot, const std::vector<fs::path>& masks, const fs::path& imageRoot,
                 const std::vector<fs::path>& images, bool byStem) {
    MaskPairs pairs;
    for (const fs::path& image : images)
        pairs.images.push_back(imageRoot / image);
    const Images index(images);
    for (const fs::path& relative : masks) {
        auto mask = pairOf(relative, index, byStem);
        if (!mask) {
            pairs.lonely.push_back(maskRoot / relative);
            continue;
        }
        mask->path = maskRoot / relative;
        pairs.masks.push_back(std::move(*mask));
    }
    return pairs;
}

bool isInMaskFolder(const fs::path& relative) {
    const fs::path folders = relative.parent_path();
    return std::ranges::any_of(folders,
                               [](const fs::path& part) { return maskFolder(part.string()).has_value(); });
}

/// Pascal VOC tells classes and things apart in two folders; the classes count.
bool repeatsClasses(const fs::path& relative) {
    return std::ranges::any_of(relative.parent_path(), [](const fs::path& part) {
        return lowerCase(part.string()) == "segmentationobject";
    });
}

void besideImages(const Folder& folder, const fs::path& root, std::unordered_set<std::string>& masks) {
    for (const std::string& name : masksBeside(root / folder.path, folder.images))
        masks.insert((folder.path / name).string());
    for (const Folder& inner : folder.folders)
        besideImages(inner, root, masks);
}

/// The images of a folder that holds both, and what looks like a mask, relative to it.
struct Sorted {
    std::vector<fs::path> images;
    std::vector<fs::path> masks;
};

Sorted sorted(const Listing& both) {
    std::unordered_set<std::string> beside;
    besideImages(both.top, both.root, beside);
    std::unordered_set<std::string> names;
    const std::vector<fs::path> all = imagePaths(both.top);
    for (const fs::path& relative : all)
        names.insert((relative.parent_path() / lowerCase(relative.stem().string())).string());
    const auto hasAnEnding = [&](const fs::path& relative) {
        const std::string stem = lowerCase(relative.stem().string());
        const std::string bare = withoutEnding(stem);
        return bare != stem && names.contains((relative.parent_path() / bare).string());
    };
    Sorted sorted;
    for (const fs::path& relative : all) {
        if (repeatsClasses(relative))
            continue;
        const bool mask =
            isInMaskFolder(relative) || beside.contains(relative.string()) || hasAnEnding(relative);
        (mask ? sorted.masks : sorted.images).push_back(relative);
    }
    return sorted;
}

} // namespace

MaskPairs pairMasks(const Listing& both) {
    const Sorted files = sorted(both);
    return paired(both.root, files.masks, both.root, files.images, false);
}

MaskPairs pairMasks(const Listing& masks, const Listing& images) {
    std::vector<fs::path> files;
    for (const fs::path& relative : imagePaths(masks.top)) {
        const fs::path inImages = (masks.root / relative).lexically_relative(images.root);
        const bool isImage = !inImages.empty() && *inImages.begin() != "..";
        if (!isImage && !repeatsClasses(relative))
            files.push_back(relative);
    }
    return paired(masks.root, files, images.root, imagePaths(images.top), true);
}

MaskPairs pairMasks(const Listing& masks, const std::vector<fs::path>& known, bool all) {
    Sorted files = sorted(masks);
    if (all || maskFolder(masks.top.name))
        std::ranges::move(files.images, std::back_inserter(files.masks));
    std::unordered_set<std::string> images;
    for (const fs::path& image : known)
        images.insert(image.string());
    std::erase_if(files.masks, [&](const fs::path& relative) {
        return images.contains((masks.root / relative).string());
    });
    // By the whole path first: several folders may have a 0.png.
    std::vector<fs::path> absolute;
    for (const fs::path& relative : files.masks)
        absolute.push_back(masks.root / relative);
    MaskPairs pairs = paired({}, absolute, {}, known, false);
    std::vector<fs::path> left;
    for (const fs::path& mask : pairs.lonely)
        left.push_back(mask.lexically_relative(masks.root));
    MaskPairs byStem = paired(masks.root, left, {}, known, true);
    std::ranges::move(byStem.masks, std::back_inserter(pairs.masks));
    pairs.lonely = std::move(byStem.lonely);
    std::vector<std::size_t> places(pairs.images.size());
    std::vector<fs::path> named;
    for (MaskFile& mask : pairs.masks) {
        if (places[mask.image] == 0) {
            named.push_back(pairs.images[mask.image]);
            places[mask.image] = named.size();
        }
        mask.image = places[mask.image] - 1;
    }
    pairs.images = std::move(named);
    return pairs;
}

} // namespace graft::interchange
