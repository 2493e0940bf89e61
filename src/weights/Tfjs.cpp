#include "weights/ByteSource.h"
#include "weights/Files.h"
#include "weights/TensorCheck.h"

#include <nlohmann/json.hpp>

namespace graft::weights {

namespace {

using nlohmann::json;

constexpr std::size_t mostShards = 10'000;

Error damaged(const ByteSource& source) {
    return refused(source,
                   translate("Weights", "its list of weights (weightsManifest) is missing or damaged"));
}

Result<json> parse(const ByteSource& source, const ReadLimits& limits) {
    if (source.size() > limits.headerBytes)
        return refused(source, translate("Weights", "its header claims %1 MB; %2 MB are read at most",
                                         {std::to_string(source.size() >> 20),
                                          std::to_string(limits.headerBytes >> 20)}));
    std::string text(std::size_t(source.size()), '\0');
    if (auto read = source.read(0, std::as_writable_bytes(std::span(text))); !read)
        return read.error();
    constexpr int deepest = 64;
    const auto shallow = [](int depth, json::parse_event_t, json&) { return depth <= deepest; };
    json model = json::parse(text, shallow, false);
    if (!model.is_object() || !model.contains("weightsManifest") || !model["weightsManifest"].is_array())
        return damaged(source);
    return model;
}

/// A plain name: a shard stands beside its model.json and nowhere else.
bool isPlainName(const std::string& name) {
    return !name.empty() && name.size() <= 255 && name != "." && name != ".." &&
           name.find_first_of("/\\") == std::string::npos && name.find('\0') == std::string::npos;
}

Result<std::unique_ptr<ByteSource>> openShards(const ByteSource& source, const json& paths,
                                               const OpenShard& open) {
    if (!paths.is_array() || paths.size() > mostShards)
        return damaged(source);
    std::vector<std::unique_ptr<ByteSource>> shards;
    for (const json& path : paths) {
        if (!path.is_string() || !isPlainName(path.get_ref<const std::string&>()))
            return refused(source, translate("Weights", "it names a weights file that is not beside it: “%1”",
                                             {quotedForMessage(path.is_string() ? path.get<std::string>()
                                                                                : path.dump())}));
        auto shard = open(path.get<std::string>());
        if (!shard)
            return shard.error();
        shards.push_back(*std::move(shard));
    }
    return concatenated(source.name(), std::move(shards));
}

Result<DType> typeOf(const ByteSource& source, const std::string& name, const json& weight) {
    if (weight.contains("quantization"))
        return refused(source,
                       translate("Weights",
                                 "its tensor “%1” is quantised, and a network cannot be trained from that",
                                 {quotedForMessage(name)}));
    const std::string dtype =
        weight.contains("dtype") && weight["dtype"].is_string() ? weight["dtype"].get<std::string>() : "";
    if (dtype == "float32")
        return DType::F32;
    if (dtype == "int32")
        return DType::I32;
    if (dtype == "bool")
        return DType::Bool;
    return refused(source,
                   translate("Weights", "its tensor “%1” has the type %2, which is not supported",
                             {quotedForMessage(name), quotedForMessage(dtype.empty() ? "?" : dtype)}));
}

std::optional<std::vector<std::int64_t>> shapeOf(const json& weight) {
    const auto shape = weight.find("shape");
    if (shape == weight.end() || !shape->is_array())
        return std::nullopt;
    std::vector<std::int64_t> sides;
    for (const json& side : *shape) {
        if (!side.is_number_unsigned() || side.get<std::uint64_t>() > std::uint64_t(INT64_MAX))
            return std::nullopt;
        sides.push_back(side.get<std::int64_t>());
    }
    return sides;
}

/// Reads one weight at `at` of its group and moves `at` behind it.
Result<> readWeight(const ByteSource& source, const ByteSource& group, const json& weight, std::uint64_t& at,
                    TensorCheck& check, WeightsFile& file) {
    if (!weight.is_object() || !weight.contains("name") || !weight["name"].is_string())
        return damaged(source);
    const std::string name = weight["name"].get<std::string>();
    const auto type = typeOf(source, name, weight);
    if (!type)
        return type.error();
    const auto shape = shapeOf(weight);
    if (!shape)
        return refused(source, translate("Weights", "the description of its tensor “%1” is damaged",
                                         {quotedForMessage(name)}));
    const auto bytes = check.admit(name, *type, *shape);
    if (!bytes)
        return bytes.error();
    if (*bytes > group.size() - at)
        return refused(source,
                       translate("Weights", "it is incomplete: its files end before its tensor “%1” does",
                                 {quotedForMessage(name)}));
    Tensor tensor{*type, *shape, std::vector<std::byte>(std::size_t(*bytes))};
    if (auto read = group.read(at, tensor.data); !read)
        return read;
    at += *bytes;
    return check.keep(file, name, std::move(tensor));
}

Result<> readGroup(const ByteSource& source, const json& group, const OpenShard& open, TensorCheck& check,
                   WeightsFile& file) {
    if (!group.is_object() || !group.contains("paths") || !group.contains("weights") ||
        !group["weights"].is_array())
        return damaged(source);
    const auto shards = openShards(source, group["paths"], open);
    if (!shards)
        return shards.error();
    std::uint64_t at = 0;
    for (const json& weight : group["weights"])
        if (auto read = readWeight(source, **shards, weight, at, check, file); !read)
            return read;
    if (at != (*shards)->size())
        return refused(source, translate("Weights", "it holds bytes that belong to no tensor"));
    return {};
}

} // namespace

Result<WeightsFile> readTfjs(const ByteSource& modelJson, const OpenShard& shard, const ReadLimits& limits) {
    const auto model = parse(modelJson, limits);
    if (!model)
        return model.error();
    WeightsFile file;
    TensorCheck check(modelJson, limits);
    for (const json& group : model.value()["weightsManifest"])
        if (auto read = readGroup(modelJson, group, shard, check, file); !read)
            return read.error();
    return file;
}

Result<WeightsFile> readTfjs(const std::filesystem::path& modelJson, const ReadLimits& limits) {
    const auto source = openFile(modelJson, limits.headerBytes);
    if (!source)
        return source.error();
    const auto beside = [&](const std::string& name) {
        return openFile(modelJson.parent_path() / name, limits.fileBytes);
    };
    return readTfjs(**source, beside, limits);
}

} // namespace graft::weights
