#pragma once

#include "engine/Network.h"
#include "training/ModelFile.h"

#include <torch/types.h>

#include <functional>

namespace graft::training {

/// A trained model that answers, wherever it was read from.
struct TrainedModel {
    ModelFile description;
    /// What pixels go through before `probabilities`. Exported files that do that themselves take them as
    /// they are, from 0 to 255.
    dataset::Preprocessing preprocessing;
    /// [n, channels, size, size] to [n, classes] on the CPU. Throws what LibTorch throws.
    std::function<Result<torch::Tensor>(const torch::Tensor& pixels)> probabilities;
};

/// The network of a run's best checkpoint, on the CPU.
Result<engine::Network> readNetwork(const std::filesystem::path& runFolder, const ModelFile& model);

/// `device` as in findDevice(). Throw what LibTorch throws. `inFloat32`: as Predictor::Computes.
Result<TrainedModel> openRun(const std::filesystem::path& runFolder, const std::string& device,
                             bool inFloat32);
Result<TrainedModel> openExportedFile(const std::filesystem::path& file, const std::string& device);

/// The same size and crop, but pixels as they are: RGB or all bands, from 0 to 255.
dataset::Preprocessing untouchedPixels(dataset::Preprocessing preprocessing);

/// Key of the model's description in the files: of ONNX's metadata_props and of safetensors' __metadata__,
/// and name of TorchScript's extra file.
constexpr const char* kDescriptionKey = "graft";
constexpr const char* kDescriptionFile = "graft.json";

} // namespace graft::training
