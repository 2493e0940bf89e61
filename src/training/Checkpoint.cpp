#include "training/Checkpoint.h"

#include "base/Files.h"
#include "engine/TensorBytes.h"
#include "training/Checksum.h"
#include "weights/Files.h"

#include <nlohmann/json.hpp>

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace graft::training {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFrozenFile = "frozen.safetensors";
constexpr const char* kBestFile = "best.safetensors";
constexpr const char* kLastFile = "last.safetensors";

std::string checksumOf(const weights::TensorMap& tensors) {
    Checksum sum;
    for (const auto& [name, tensor] : tensors) {
        sum.add(name).add(weights::name(tensor.type)).add(tensor.data);
        for (const std::int64_t side : tensor.shape)
            sum.add(std::uint64_t(side));
    }
    return sum.hex();
}

Result<> write(const std::filesystem::path& file, const weights::TensorMap& tensors,
               weights::Metadata metadata) {
    metadata["checksum"] = checksumOf(tensors);
    return weights::writeSafetensors(file, tensors, metadata);
}

Error damaged(const std::filesystem::path& file, const std::string& detail) {
    return {translate("Training", "The checkpoint %1 is damaged and cannot be used. Train again.",
                      {file.string()}),
            detail};
}

Result<weights::WeightsFile> read(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return Error{translate("Training",
                               "The run has no checkpoint %1: it ended before its first epoch was finished, "
                               "or the file was removed.",
                               {file.filename().string()})};
    auto found = weights::readSafetensors(file);
    if (!found)
        return damaged(file, found.error().message);
    const auto checksum = found->metadata.find("checksum");
    if (checksum == found->metadata.end() || checksum->second != checksumOf(found->tensors))
        return damaged(file, "the checksum is wrong");
    return found;
}

/// As half precision where every value survives that.
weights::Tensor smallest(const weights::Tensor& tensor) {
    const torch::Tensor values = engine::viewOf(tensor);
    const torch::Tensor half = values.to(torch::kFloat16);
    if (!torch::equal(half.to(torch::kFloat32), values))
        return tensor;
    weights::Tensor small{weights::DType::F16, tensor.shape, std::vector<std::byte>(half.nbytes())};
    std::copy_n(static_cast<const std::byte*>(half.data_ptr()), small.data.size(), small.data.begin());
    return small;
}

/// Puts the tensors into the network; what they are not meant for keeps its values.
Result<> put(engine::Network& network, engine::Network::Part part, const weights::TensorMap& tensors,
             const std::filesystem::path& file) {
    const auto report = network.load(tensors);
    if (!report.unexpected.empty() || !report.mismatched.empty() ||
        report.loaded != network.names(part).size())
        return damaged(file, "it does not fit the model");
    return {};
}

std::string toJson(const Standing& standing) {
    Json plateau{{"share", standing.plateau.share}, {"waited", standing.plateau.waited}};
    if (std::isfinite(standing.plateau.lowest))
        plateau["lowest"] = standing.plateau.lowest;
    Json object{{"epoch", standing.epoch},
                {"steps", standing.steps},
                {"at_once", standing.atOnce},
                {"views", standing.views},
                {"best",
                 {{"epoch", standing.best.epoch},
                  {"accuracy", standing.best.accuracy},
                  {"loss", standing.best.loss}}},
                {"plateau", plateau},
                {"seconds", standing.record.seconds},
                {"values", standing.record.values},
                {"slowed", standing.slowed},
                {"in_float32", standing.inFloat32},
                {"nothing_to_gain", standing.nothingToGain}};
    if (std::isfinite(standing.best.highest)) {
        object["best"]["highest"] = standing.best.highest;
        object["best"]["equal"] = standing.best.equal;
    }
    if (std::isfinite(standing.lowestLoss))
        object["lowest_loss"] = standing.lowestLoss;
    return object.dump();
}

Result<Standing> standingFrom(const std::string& json, const std::filesystem::path& file) {
    try {
        const Json object = Json::parse(json);
        Standing standing;
        standing.epoch = object.at("epoch").get<int>();
        standing.steps = object.at("steps").get<std::int64_t>();
        standing.atOnce = object.at("at_once").get<int>();
        standing.views = object.at("views").get<int>();
        const Json& best = object.at("best");
        constexpr double kNotSaid = std::numeric_limits<double>::quiet_NaN();
        standing.best = {best.at("epoch").get<int>(), best.at("accuracy").get<double>(),
                         best.at("loss").get<double>(), best.value("highest", kNotSaid),
                         best.value("equal", kNotSaid)};
        const Json plateau = object.value("plateau", Json::object());
        standing.plateau.share = plateau.value("share", standing.plateau.share);
        standing.plateau.waited = plateau.value("waited", standing.plateau.waited);
        standing.plateau.lowest = plateau.value("lowest", standing.plateau.lowest);
        standing.slowed = object.value("slowed", standing.slowed);
        standing.inFloat32 = object.value("in_float32", standing.inFloat32);
        standing.nothingToGain = object.value("nothing_to_gain", standing.nothingToGain);
        standing.lowestLoss = object.value("lowest_loss", standing.lowestLoss);
        standing.record = {standing.epoch, object.at("seconds").get<double>(),
                           object.at("values").get<std::map<std::string, double>>()};
        if (standing.epoch < 1 || standing.steps < 0 || standing.atOnce < 1 || standing.views < 0 ||
            standing.slowed < 0 || standing.slowed > kMostSlowed)
            return damaged(file, "a value is out of bounds");
        return standing;
    } catch (const Json::exception& exception) {
        return damaged(file, exception.what());
    }
}

} // namespace

bool Checkpoints::hasLast() const {
    std::error_code ignored;
    return std::filesystem::exists(m_folder / kLastFile, ignored);
}

Result<> Checkpoints::makeFolder() const {
    std::error_code failure;
    std::filesystem::create_directories(m_folder, failure);
    if (failure)
        return Error{translate("Training", "The folder %1 cannot be made: %2.",
                               {m_folder.string(), systemErrorText(failure.value())})};
    return {};
}

Result<> Checkpoints::writeFrozen(const engine::Network& network) const {
    weights::TensorMap tensors = network.save(engine::Network::Part::Frozen);
    for (auto& [name, tensor] : tensors)
        tensor = smallest(tensor);
    return write(m_folder / kFrozenFile, tensors, {});
}

Result<> Checkpoints::writeBest(const engine::Network& network, int epoch) const {
    return write(m_folder / kBestFile, network.save(engine::Network::Part::Learning),
                 {{"epoch", std::to_string(epoch)}});
}

Result<> Checkpoints::writeLast(const engine::Network& network, const weights::TensorMap& state,
                                const Standing& standing) const {
    weights::TensorMap tensors = network.save(engine::Network::Part::Learning);
    tensors.insert(state.begin(), state.end());
    return write(m_folder / kLastFile, tensors, {{"standing", toJson(standing)}});
}

Result<> Checkpoints::readFrozen(engine::Network& network) const {
    const auto found = read(m_folder / kFrozenFile);
    return found ? put(network, engine::Network::Part::Frozen, found->tensors, m_folder / kFrozenFile)
                 : Result<>(found.error());
}

Result<> Checkpoints::readBest(engine::Network& network) const {
    const auto found = read(m_folder / kBestFile);
    return found ? put(network, engine::Network::Part::Learning, found->tensors, m_folder / kBestFile)
                 : Result<>(found.error());
}

Result<Standing> Checkpoints::readStanding() const {
    auto found = read(m_folder / kLastFile);
    return found ? standingFrom(found->metadata["standing"], m_folder / kLastFile)
                 : Result<Standing>(found.error());
}

Result<Checkpoints::Last> Checkpoints::readLast(engine::Network& network) const {
    const std::filesystem::path file = m_folder / kLastFile;
    auto found = read(file);
    if (!found)
        return found.error();
    Last last;
    weights::TensorMap model;
    for (const std::string& name : network.names(engine::Network::Part::Learning))
        if (auto node = found->tensors.extract(name))
            model.insert(std::move(node));
    last.state = std::move(found->tensors);
    auto standing = standingFrom(found->metadata["standing"], file);
    if (!standing)
        return standing.error();
    last.standing = std::move(*standing);
    if (auto fits = put(network, engine::Network::Part::Learning, model, file); !fits)
        return fits.error();
    return last;
}

Error Checkpoints::unfitting() const {
    return damaged(m_folder / kLastFile, "the optimiser's state does not fit the model");
}

} // namespace graft::training
