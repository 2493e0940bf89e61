#include "training/ModelFile.h"

#include "base/Files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace graft::training {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 5;
constexpr int kFreezesSingly = 2;  ///< the first version whose `freeze` may name single blocks
constexpr int kShapesHead = 3;     ///< the first with a head of layers, an auxiliary head, grey pictures, …
constexpr int kComputesInHalf = 4; ///< the first whose frozen part may be computed in bfloat16
constexpr int kSeesBands = 5;      ///< the first that may see images of more than three channels
constexpr std::uint64_t kLargestFile = 16 << 20;
constexpr std::size_t kMostClasses = 100'000;
constexpr int kLargestSide = 8192;
constexpr std::size_t kMostHeadLayers = 16;
constexpr int kMostNeurons = 65536;

Json toJson(const dataset::Preprocessing& preprocessing) {
    return {{"size", preprocessing.size},   {"resize", preprocessing.resize}, {"bgr", preprocessing.bgr},
            {"scale", preprocessing.scale}, {"mean", preprocessing.mean},     {"std", preprocessing.std},
            {"grey", preprocessing.grey},   {"bands", preprocessing.bands}};
}

dataset::Preprocessing preprocessingFrom(const Json& object) {
    dataset::Preprocessing preprocessing;
    preprocessing.size = object.at("size").get<int>();
    preprocessing.resize = object.at("resize").get<int>();
    preprocessing.bgr = object.at("bgr").get<bool>();
    preprocessing.scale = object.at("scale").get<double>();
    preprocessing.mean = object.at("mean").get<std::array<float, 3>>();
    preprocessing.std = object.at("std").get<std::array<float, 3>>();
    preprocessing.grey = object.value("grey", false);
    preprocessing.bands = object.value("bands", 0);
    return preprocessing;
}

Json toJson(const graph::HeadOptions& head) {
    return {{"hidden", head.hidden},
            {"batch_norm", head.batchNorm},
            {"pooling", std::string(graph::nameOf(head.pooling))}};
}

/// What a model of an older version has not, is the default.
graph::HeadOptions headFrom(const Json& object) {
    graph::HeadOptions head;
    if (object.is_null())
        return head;
    head.hidden = object.at("hidden").get<std::vector<int>>();
    head.batchNorm = object.at("batch_norm").get<bool>();
    head.pooling =
        graph::poolingNamed(object.at("pooling").get<std::string>()).value_or(graph::Pooling::Average);
    return head;
}

Json toJson(const graph::BuildOptions& build) {
    return {{"classes", build.classes},
            {"input_channels", build.inputChannels},
            {"stride_on_first_conv", build.strideOnFirstConv},
            {"batch_norm_eps", build.batchNormEps},
            {"dropout", build.dropout},
            {"new_head", build.newHead},
            {"convolution_bias", build.convolutionBias},
            {"same_padding", build.samePadding},
            {"auxiliary", build.auxiliary},
            {"head", toJson(build.head)}};
}

graph::BuildOptions buildFrom(const Json& object) {
    return {.classes = object.at("classes").get<int>(),
            .inputChannels = object.at("input_channels").get<int>(),
            .strideOnFirstConv = object.at("stride_on_first_conv").get<bool>(),
            .batchNormEps = object.at("batch_norm_eps").get<double>(),
            .convolutionBias = object.value("convolution_bias", false),
            .samePadding = object.value("same_padding", false),
            .auxiliary = object.value("auxiliary", false),
            .dropout = object.at("dropout").get<double>(),
            .newHead = object.at("new_head").get<bool>(),
            .head = headFrom(object.value("head", Json()))};
}

Precision precisionFrom(const Json& object, const char* key) {
    const auto precision = precisionNamed(object.value(key, "float32"));
    if (!precision)
        throw Json::other_error::create(600, "unknown precision", &object);
    return *precision;
}

ModelFile modelFrom(const Json& object) {
    ModelFile model;
    model.architecture = object.at("architecture").get<std::string>();
    model.build = buildFrom(object.at("build"));
    model.classes = object.at("classes").get<std::vector<std::string>>();
    if (const auto ids = object.find("class_ids"); ids != object.end())
        model.classIds = ids->get<std::vector<std::int64_t>>();
    model.preprocessing = preprocessingFrom(object.at("preprocessing"));
    model.freeze = object.at("freeze").get<std::string>();
    model.frozenApart = object.at("frozen_apart").get<bool>();
    model.precision = precisionFrom(object, "frozen_precision");
    model.learningPrecision = precisionFrom(object, "learning_precision");
    model.weights = object.at("weights").get<std::string>();
    model.weightsSha256 = object.at("weights_sha256").get<std::string>();
    model.data = object.at("data").get<std::string>();
    return model;
}

bool isPositive(double value) {
    return std::isfinite(value) && value > 0;
}

bool isSound(const dataset::Preprocessing& preprocessing, const graph::Architecture& architecture) {
    return preprocessing.size >= architecture.minimumSize && preprocessing.size <= kLargestSide &&
           preprocessing.resize >= 0 && preprocessing.resize <= 4 * kLargestSide &&
           isPositive(preprocessing.scale) && preprocessing.bands >= 0 &&
           preprocessing.bands <= imaging::kMostBands && !(preprocessing.grey && preprocessing.bands > 0) &&
           std::ranges::all_of(preprocessing.mean, [](float mean) { return std::isfinite(mean); }) &&
           std::ranges::all_of(preprocessing.std, [](float std) { return isPositive(std); });
}

bool knowsFrozen(const graph::Architecture& architecture, const ModelFile& model) {
    const graph::Graph graph = architecture.build(model.build);
    return graph::freezeUpTo(graph, architecture, model.freeze).has_value();
}

bool isSound(const graph::BuildOptions& build) {
    return build.newHead && build.batchNormEps >= 0 && build.batchNormEps < 1 && build.dropout >= 0 &&
           build.dropout < 1 && build.head.hidden.size() <= kMostHeadLayers &&
           std::ranges::all_of(build.head.hidden,
                               [](int neurons) { return neurons >= 1 && neurons <= kMostNeurons; });
}

bool isSound(const ModelFile& model) {
    const graph::Architecture* architecture = graph::findArchitecture(model.architecture);
    return architecture && !model.classes.empty() && model.classes.size() <= kMostClasses &&
           isSound(model.build) && model.build.inputChannels == model.preprocessing.channels() &&
           model.build.classes == int(model.classes.size()) &&
           (model.classIds.empty() || model.classIds.size() == model.classes.size()) &&
           knowsFrozen(*architecture, model) && model.frozenApart == (model.freeze != "none") &&
           isSound(model.preprocessing, *architecture);
}

} // namespace

graph::Graph ModelFile::buildGraph() const {
    return graph::findArchitecture(architecture)->build(build);
}

std::string toJson(const ModelFile& model) {
    const bool singly = model.freeze.find(',') != std::string::npos;
    const graph::BuildOptions& build = model.build;
    const bool shaped = !build.head.hidden.empty() || build.head.pooling != graph::Pooling::Average ||
                        build.auxiliary || build.convolutionBias || build.samePadding ||
                        model.preprocessing.grey;
    const bool half = model.precision != Precision::Float32;
    const Json object{
        {"version", std::max({singly ? kFreezesSingly : 1, shaped ? kShapesHead : 1,
                              half ? kComputesInHalf : 1, model.preprocessing.bands > 0 ? kSeesBands : 1})},
        {"architecture", model.architecture},
        {"build", toJson(model.build)},
        {"classes", model.classes},
        {"class_ids", model.classIds},
        {"preprocessing", toJson(model.preprocessing)},
        {"freeze", model.freeze},
        {"frozen_apart", model.frozenApart},
        {"frozen_precision", std::string(nameOf(model.precision))},
        {"learning_precision", std::string(nameOf(model.learningPrecision))},
        {"weights", model.weights},
        {"weights_sha256", model.weightsSha256},
        {"data", model.data}};
    return object.dump(2, ' ', false, Json::error_handler_t::replace);
}

Result<ModelFile> modelFromJson(const std::string& json, const std::string& file) {
    const auto damaged = [&](const std::string& detail) {
        return Error{translate("Training",
                               "The description of the trained model is damaged (%1). Train again.", {file}),
                     detail};
    };
    if (json.size() > kLargestFile)
        return damaged("it is too long");
    try {
        const Json object = Json::parse(json);
        if (object.at("version").get<int>() > kVersion)
            return Error{translate(
                "Training",
                "This model was trained by a newer version of the program. Update it to use the model.")};
        ModelFile model = modelFrom(object);
        if (!isSound(model))
            return damaged("a value is out of bounds");
        return model;
    } catch (const Json::exception& exception) {
        return damaged(exception.what());
    }
}

Result<> writeModelFile(const std::filesystem::path& file, const ModelFile& model) {
    return writeFileAtomically(file, std::string_view(toJson(model)));
}

Result<ModelFile> readModelFile(const std::filesystem::path& file) {
    const auto text = readTextFile(file, kLargestFile);
    if (!text)
        return Error{
            translate("Training", "This run has no model yet: it ended before its first epoch was finished."),
            text.error().message};
    return modelFromJson(*text, file.string());
}

} // namespace graft::training
