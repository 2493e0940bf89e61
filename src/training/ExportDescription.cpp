#include "training/ExportDescription.h"

#include "base/Files.h"
#include "onnx/Onnx.h"
#include "training/TrainedModel.h"

#include <nlohmann/json.hpp>

#include <chrono>

namespace graft::training {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t kLargestRecord = 4 << 20;
constexpr std::size_t kMostRecords = 200;

std::string dumped(const Json& object) {
    return object.dump(2, ' ', false, Json::error_handler_t::replace);
}

/// UTC, ISO 8601, in seconds.
std::string now() {
    const std::time_t time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    ::gmtime_r(&time, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

Json inputOf(const ModelFile& model, ExportFormat format) {
    const int size = model.preprocessing.size;
    const bool within = format != ExportFormat::Safetensors;
    const bool grey = !within && model.preprocessing.grey;
    const dataset::Preprocessing& look = model.preprocessing;
    const int channels = within ? look.pictureChannels() : look.channels();
    // Bands have no names: as they are in the image, or with the first three the other way round.
    const std::string bands = within || !look.bgr ? "bands" : "bands, the first three in reverse";
    return {{"name", onnx::kInput},
            {"shape", {"batch", channels, size, size}},
            {"type", "float32"},
            {"channels", look.bands > 0                       ? bands
                         : grey                               ? "grey"
                         : within || !model.preprocessing.bgr ? "RGB"
                                                              : "BGR"},
            {"values", within ? "0 to 255"
                       : look.bands > 0
                           ? "(x * scale - mean) / std with mean and std by turns, x from 0 to 255"
                       : grey ? "the mean of the three colours' (x * scale - mean) / std, x from 0 to 255"
                              : "(x * scale - mean) / std, x from 0 to 255"},
            {"normalisation", within ? "inside the file" : "before the network"}};
}

Json objectFor(const ModelFile& model, const ExportFacts& facts) {
    Json object = Json::parse(toJson(model));
    const bool within = facts.format != ExportFormat::Safetensors;
    object["format"] = name(facts.format);
    object["program"] = "Graft Studio " + facts.version;
    object["run"] = facts.run;
    object["input"] = inputOf(model, facts.format);
    object["output"] = {{"name", within ? onnx::kProbabilities : onnx::kLogits},
                        {"shape", {"batch", model.classes.size()}},
                        {"softmax", within ? "inside the file" : "behind the network"}};
    return object;
}

Json comparison(const Exported& exported) {
    return {{"images", exported.images}, {"kind", exported.noise ? "noise" : "images of the project"}};
}

} // namespace

std::string describeExport(const ModelFile& model, const ExportFacts& facts) {
    return dumped(objectFor(model, facts));
}

std::string describeExport(const ModelFile& model, const ExportFacts& facts, const Exported& exported) {
    Json object = objectFor(model, facts);
    object["file"] = exported.file.filename().string();
    object["exported"] = now();
    object["max_difference"] = exported.maxDifference;
    object["compared_on"] = comparison(exported);
    return dumped(object);
}

std::map<std::string, std::string> exportMetadata(const ModelFile& model, const ExportFacts& facts) {
    const dataset::Preprocessing& preprocessing = model.preprocessing;
    const Json object = objectFor(model, facts);
    return {{kDescriptionKey, dumped(object)},
            {"architecture", model.architecture},
            {"classes", Json(model.classes).dump(-1, ' ', false, Json::error_handler_t::replace)},
            {"input_size", std::to_string(preprocessing.size)},
            {"resize", std::to_string(preprocessing.resize)},
            {"channel_order", object["input"]["channels"].get<std::string>()},
            {"normalisation", object["input"]["normalisation"].get<std::string>()},
            {"scale", Json(preprocessing.scale).dump()},
            {"mean", Json(preprocessing.mean).dump()},
            {"std", Json(preprocessing.std).dump()}};
}

Result<> recordExport(const std::filesystem::path& runFolder, const ExportFacts& facts,
                      const Exported& exported) {
    const std::filesystem::path file = runFolder / "exports.json";
    Json records = Json::array();
    if (const auto text = readTextFile(file, kLargestRecord))
        if (Json read = Json::parse(*text, nullptr, /*allow_exceptions=*/false); read.is_array())
            records = std::move(read);
    while (records.size() >= kMostRecords)
        records.erase(0);
    records.push_back({{"file", exported.file.string()},
                       {"format", name(facts.format)},
                       {"program", "Graft Studio " + facts.version},
                       {"exported", now()},
                       {"max_difference", exported.maxDifference},
                       {"compared_on", comparison(exported)}});
    return writeFileAtomically(file, std::string_view(dumped(records)));
}

} // namespace graft::training
