#include "support/Labelled.h"

#include "base/Random.h"
#include "imaging/Decode.h"
#include "support/Scorecard.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <map>
#include <set>
#include <span>
#include <sstream>
#include <stdexcept>

namespace graft::benchmark {

namespace {

constexpr std::size_t kFolds = 5;

std::filesystem::path there(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path))
        throw std::runtime_error(path.string() + " is not there");
    return path;
}

std::vector<std::filesystem::path> sortedEntries(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> entries;
    for (const auto& entry : std::filesystem::directory_iterator(there(folder)))
        entries.push_back(entry.path());
    std::ranges::sort(entries);
    return entries;
}

/// A folder for each class; files that only look like images are passed over, as an import does.
std::vector<dataset::Item> readSide(const std::filesystem::path& folder, std::vector<std::string>& classes,
                                    std::int64_t& id) {
    std::vector<dataset::Item> items;
    classes.clear();
    for (const auto& kind : sortedEntries(folder)) {
        for (const auto& path : sortedEntries(kind))
            if (imaging::hasImageEnding(path) && path.stem() != "imageNotFound")
                items.push_back({++id, path, path.string(), int(classes.size())});
        classes.push_back(kind.filename());
    }
    return items;
}

/// Places of the items, class by class, shuffled within each.
std::map<int, std::vector<std::size_t>> shuffledByClass(const std::vector<dataset::Item>& items,
                                                        std::uint64_t seed) {
    std::map<int, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < items.size(); ++i)
        places[items[i].target].push_back(i);
    for (auto& [target, own] : places)
        Random(mixSeed({seed, std::uint64_t(target)})).shuffle(std::span(own));
    return places;
}

std::vector<Parted> folds(const std::vector<dataset::Item>& items, std::uint64_t seed) {
    std::vector<Parted> parts(kFolds);
    std::size_t next = 0; // over all classes, so that the folds are equally large
    for (const auto& [target, places] : shuffledByClass(items, seed))
        for (const std::size_t place : places) {
            for (std::size_t fold = 0; fold < kFolds; ++fold)
                (fold == next % kFolds ? parts[fold].test : parts[fold].train).push_back(items[place]);
            ++next;
        }
    return parts;
}

Labelled readBloodCells(const std::filesystem::path& folder, std::uint64_t seed) {
    std::ifstream table(there(folder / "class_labels.csv"));
    std::string line;
    std::getline(table, line);
    std::vector<dataset::Item> items;
    while (std::getline(table, line)) {
        std::int64_t image = 0;
        int label = 0;
        char comma = 0;
        if (!(std::istringstream(line) >> image >> comma >> label))
            continue;
        std::ostringstream name;
        name << std::setw(3) << std::setfill('0') << image << ".bmp";
        const auto path = there(folder / "images_and_masks" / name.str());
        items.push_back({image, path, path.string(), label - 1});
    }
    return {{"neutrophil", "lymphocyte", "eosinophil", "monocyte", "basophil"}, folds(items, seed)};
}

} // namespace

Labelled readLabelled(const std::string& name, std::uint64_t seed) {
    const std::filesystem::path folder = sharedFolder() / "data" / name;
    if (name == "wbc_dataset1")
        return readBloodCells(folder, seed);
    Labelled set;
    std::int64_t id = 0;
    Parted parted;
    parted.train = readSide(folder / "train", set.classes, id);
    parted.test =
        readSide(folder / (std::filesystem::exists(folder / "test") ? "test" : "val"), set.classes, id);
    set.parts.push_back(std::move(parted));
    return set;
}

void pool(Labelled& set, std::uint64_t seed) {
    if (set.parts.size() != 1)
        return;
    std::vector<dataset::Item> items = std::move(set.parts[0].train);
    items.insert(items.end(), set.parts[0].test.begin(), set.parts[0].test.end());
    set.parts = folds(items, seed);
}

std::vector<dataset::Item> takeFifth(std::vector<dataset::Item>& items, std::uint64_t seed) {
    std::set<std::size_t> taken;
    for (const auto& [target, places] : shuffledByClass(items, seed))
        for (std::size_t i = 0; i < places.size() / kFolds; ++i)
            taken.insert(places[i]);
    std::vector<dataset::Item> out, kept;
    for (std::size_t i = 0; i < items.size(); ++i)
        (taken.contains(i) ? out : kept).push_back(items[i]);
    items = std::move(kept);
    return out;
}

training::PretrainedWeights weightsFromShared(const std::string& id) {
    std::ifstream file(std::filesystem::path(GRAFT_SOURCE_DIR) / "resources/catalogue/weights.json");
    const auto catalogue = nlohmann::json::parse(file);
    for (const auto& entry : catalogue.at("weights")) {
        if (entry.at("id") != id)
            continue;
        training::PretrainedWeights weights;
        weights.id = id;
        weights.file = there(sharedFolder() / "weights" / (id + ".safetensors"));
        weights.sha256 = id;
        dataset::Preprocessing& pixels = weights.preprocessing;
        pixels.size = entry.value("input_size", pixels.size);
        pixels.resize = entry.value("resize", pixels.resize);
        pixels.bgr = entry.value("bgr", pixels.bgr);
        pixels.scale = entry.value("scale", pixels.scale);
        pixels.mean = entry.value("mean", pixels.mean);
        pixels.std = entry.value("std", pixels.std);
        weights.build.strideOnFirstConv = entry.value("stride_on_first_conv", false);
        weights.build.batchNormEps = entry.value("batch_norm_eps", weights.build.batchNormEps);
        return weights;
    }
    throw std::runtime_error("there are no weights " + id);
}

} // namespace graft::benchmark
