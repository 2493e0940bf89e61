#include "interchange/FolderNames.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace graft::interchange {

using annotation::Split;

namespace {

using Words = std::vector<std::string>;

bool isWordByte(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
}

/// "Seg_train-2017" → seg, train. Digits separate like punctuation.
Words wordsOf(std::string_view name) {
    Words words(1);
    for (const char c : lowerCase(name)) {
        if (isWordByte(c))
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

template <std::size_t N>
bool isAnyOf(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

constexpr auto kTrain =
    std::to_array<std::string_view>({"train", "training", "trn", "traindir", "trainval", "entraînement",
                                     "apprentissage", "entrenamiento", "imagestr", "addestramento"});
constexpr auto kValidation = std::to_array<std::string_view>(
    {"val", "valid", "validation", "validate", "dev", "eval", "evaluation", "validierung", "validación",
     "validacion", "convalida", "development", "vali"});
constexpr auto kTest = std::to_array<std::string_view>(
    {"test", "testing", "tst", "holdout", "imagests", "prueba", "prüfung", "testdir", "heldout"});
constexpr auto kGeneric = std::to_array<std::string_view>(
    {"image",    "images",    "img",      "imgs",        "jpegimages",    "pngimages", "jpgimages",
     "jpg",      "jpeg",      "png",      "tif",         "tiff",          "bmp",       "photo",
     "photos",   "picture",   "pictures", "data",        "dataset",       "datasets",  "set",
     "mask",     "masks",     "labels",   "annotations", "all",           "and",       "raw",
     "original", "originals", "bilder",   "fotos",       "segmentations", "rawdata"});
constexpr auto kBesideSplit =
    std::to_array<std::string_view>({"set", "data", "dataset", "images", "image", "imgs", "split", "seg"});

std::optional<Split> splitOfWord(std::string word) {
    for (const std::string_view ending :
         {"set", "data", "dataset", "images", "imgs", "image", "split", "folder"})
        if (word.size() > ending.size() + 2 && word.ends_with(ending)) {
            word.resize(word.size() - ending.size());
            break;
        }
    if (isAnyOf(kTrain, word))
        return Split::Train;
    if (isAnyOf(kValidation, word))
        return Split::Validation;
    if (isAnyOf(kTest, word))
        return Split::Test;
    return std::nullopt;
}

} // namespace

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    return lower;
}

std::optional<Split> splitOfFolder(std::string_view name) {
    std::optional<Split> found;
    for (const std::string& word : wordsOf(name)) {
        if (const auto split = splitOfWord(word)) {
            if (found)
                return std::nullopt;
            found = split;
        } else if (!isAnyOf(kBesideSplit, word)) {
            return std::nullopt;
        }
    }
    return found;
}

bool isGenericFolder(std::string_view name) {
    const Words words = wordsOf(name);
    return !words.empty() &&
           std::ranges::all_of(words, [](const std::string& word) { return isAnyOf(kGeneric, word); });
}

bool isUnlabelledFolder(std::string_view name) {
    const std::string lower = lowerCase(name);
    return lower == "unlabelled" || lower == "unlabeled" || lower == "unsorted";
}

bool isJunk(std::string_view name) {
    constexpr auto kJunk = std::to_array<std::string_view>(
        {"__macosx", "thumbs.db", "ehthumbs.db", "desktop.ini", "@eadir", "lost+found", "$recycle.bin",
         "recycler", "system volume information"});
    const std::string lower = lowerCase(name);
    return lower.starts_with('.') || lower.ends_with(".graft") || isAnyOf(kJunk, lower);
}

} // namespace graft::interchange
