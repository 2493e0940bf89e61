#include "training/TrainedModel.h"

#include "engine/Fold.h"
#include "engine/TensorBytes.h"
#include "engine/TorchScript.h"
#include "onnx/Onnx.h"
#include "training/Checkpoint.h"
#include "training/Device.h"
#include "training/FrozenPrefix.h"
#include "training/PrecisionChoice.h"
#include "training/Setup.h"
#include "training/Training.h"
#include "weights/Files.h"

#include <torch/torch.h>

#include <algorithm>
#include <fstream>
#include <memory>

namespace graft::training {

namespace {

using torch::Tensor;

Error notExported(const std::filesystem::path& file) {
    return {
        translate("Training",
                  "%1 is not a model that this program exported. Name a file written by “graft export”, or a "
                  "run's folder.",
                  {file.string()})};
}

/// The frozen part as it was computed in training, so that what is said of an image now is what was said of
/// it then; behind it float32.
std::function<Result<Tensor>(const Tensor&)> halfAndWhole(const ModelFile& description,
                                                          engine::Network& network) {
    const Precision precision = description.precision;
    std::vector<graph::NodeIndex> wanted =
        graph::frozenCut(network.graph(), freezePlanOf(description, network.graph())).crossing;
    const auto prefix =
        std::make_shared<engine::FoldedNetwork>(engine::fold(network, wanted, typeOf(precision)));
    wanted.push_back(network.graph().output());
    const auto rest = std::make_shared<engine::FoldedNetwork>(engine::fold(network, wanted));
    return [prefix, rest, precision](const Tensor& pixels) -> Result<Tensor> {
        const torch::NoGradGuard noGradient;
        const std::int64_t group = groupSizeOn(prefix->network.device());
        std::vector<Tensor> logits;
        for (std::int64_t at = 0; at < pixels.size(0); at += group) {
            const Tensor images = pixels.narrow(0, at, std::min(group, pixels.size(0) - at));
            const std::vector<Tensor> values = computeInGroups(*prefix, images, precision);
            std::vector<std::pair<graph::NodeIndex, Tensor>> known;
            for (std::size_t i = 0; i < values.size(); ++i)
                known.emplace_back(rest->nodes[i], filledUp(values[i], group));
            const Tensor answer = rest->network.evaluateFrom(known, {rest->nodes.back()}).front();
            logits.push_back(answer.narrow(0, 0, images.size(0)));
        }
        return torch::softmax(torch::cat(logits), 1).to(torch::kCPU);
    };
}

TrainedModel foldedModel(ModelFile description, engine::Network network, torch::Device device) {
    network.to(device);
    if (description.precision == Precision::Bfloat16 && (device.is_cuda() || machine().bfloat16)) {
        auto probabilities = halfAndWhole(description, network);
        const dataset::Preprocessing preprocessing = description.preprocessing;
        return {std::move(description), preprocessing, std::move(probabilities)};
    }
    const auto folded =
        std::make_shared<engine::FoldedNetwork>(engine::fold(network, {network.graph().output()}));
    TrainedModel model{std::move(description), {}, [folded](const Tensor& pixels) -> Result<Tensor> {
                           return torch::softmax(computeInGroups(*folded, pixels).front(), 1).to(torch::kCPU);
                       }};
    model.preprocessing = model.description.preprocessing;
    return model;
}

Result<TrainedModel> openOnnx(const std::filesystem::path& file) {
    auto opened = onnx::Session::open(file);
    if (!opened)
        return opened.error();
    const auto text = opened->metadata().find(kDescriptionKey);
    if (text == opened->metadata().end())
        return notExported(file);
    auto description = modelFromJson(text->second, file.string());
    if (!description)
        return description.error();
    const auto session = std::make_shared<onnx::Session>(*std::move(opened));
    const auto classes = std::int64_t(description->classes.size());
    TrainedModel model{*std::move(description), {}, {}};
    model.preprocessing = untouchedPixels(model.description.preprocessing);
    model.probabilities = [session, classes, file](const Tensor& pixels) -> Result<Tensor> {
        const Tensor values = pixels.contiguous();
        const auto rows = session->run({values.data_ptr<float>(), std::size_t(values.numel())},
                                       values.sizes().slice(1).vec());
        if (!rows)
            return rows.error();
        if (std::int64_t(rows->size()) != values.size(0) * classes)
            return notExported(file);
        return torch::tensor(*rows).view({values.size(0), classes});
    };
    return model;
}

Result<TrainedModel> openTorchScript(const std::filesystem::path& file) {
    auto opened = engine::Script::open(file, kDescriptionFile);
    if (!opened)
        return opened.error();
    auto description = modelFromJson(opened->text(), file.string());
    if (!description)
        return description.error();
    const auto script = std::make_shared<engine::Script>(*std::move(opened));
    const auto classes = std::int64_t(description->classes.size());
    TrainedModel model{*std::move(description), {}, {}};
    model.preprocessing = untouchedPixels(model.description.preprocessing);
    model.probabilities = [script, classes, file](const Tensor& pixels) -> Result<Tensor> {
        std::vector<Tensor> rows;
        for (std::int64_t i = 0; i < pixels.size(0); ++i)
            rows.push_back(script->run(pixels.slice(0, i, i + 1)));
        const Tensor all = torch::cat(rows);
        if (all.dim() != 2 || all.size(1) != classes || all.scalar_type() != torch::kFloat32)
            return notExported(file);
        return all;
    };
    return model;
}

Result<TrainedModel> openSafetensors(const std::filesystem::path& file, const std::string& device) {
    const auto found = findDevice(device);
    if (!found)
        return found.error();
    const auto tensors = weights::readSafetensors(file);
    if (!tensors)
        return tensors.error();
    const auto text = tensors->metadata.find(kDescriptionKey);
    if (text == tensors->metadata.end())
        return notExported(file);
    auto description = modelFromJson(text->second, file.string());
    if (!description)
        return description.error();
    engine::Network network = engine::Network::unfilled(description->buildGraph());
    const auto report = network.load(tensors->tensors);
    if (!report.missing.empty() || !report.mismatched.empty() || !report.unexpected.empty())
        return Error{translate("Training",
                               "The tensors in %1 do not belong to the network that it describes.",
                               {file.string()})};
    return foldedModel(*std::move(description), std::move(network), *found);
}

} // namespace

dataset::Preprocessing untouchedPixels(dataset::Preprocessing preprocessing) {
    preprocessing.bgr = false;
    preprocessing.grey = false;
    preprocessing.scale = 1;
    preprocessing.mean = {0, 0, 0};
    preprocessing.std = {1, 1, 1};
    return preprocessing;
}

Result<engine::Network> readNetwork(const std::filesystem::path& runFolder, const ModelFile& model) {
    const Checkpoints checkpoints(runFolder);
    engine::Network network = engine::Network::unfilled(model.buildGraph());
    network.freeze(freezePlanOf(model, network.graph()));
    if (model.frozenApart)
        if (auto read = checkpoints.readFrozen(network); !read)
            return read.error();
    if (auto read = checkpoints.readBest(network); !read)
        return read.error();
    return network;
}

Result<TrainedModel> openRun(const std::filesystem::path& runFolder, const std::string& device,
                             bool inFloat32) {
    auto description = readModelFile(Checkpoints(runFolder).modelFile());
    if (!description)
        return description.error();
    if (inFloat32)
        description->precision = Precision::Float32;
    const auto found = findDevice(device);
    if (!found)
        return found.error();
    auto network = readNetwork(runFolder, *description);
    if (!network)
        return network.error();
    return foldedModel(*std::move(description), *std::move(network), *found);
}

Result<TrainedModel> openExportedFile(const std::filesystem::path& file, const std::string& device) {
    std::ifstream stream(file, std::ios::binary);
    char start[9] = {};
    stream.read(start, sizeof start);
    if (std::string_view(start, 4) == std::string_view("PK\x03\x04", 4))
        return openTorchScript(file);
    // The length of safetensors' header, then the header, which is JSON.
    if (stream.gcount() == sizeof start && start[8] == '{')
        return openSafetensors(file, device);
    return openOnnx(file);
}

} // namespace graft::training
