#pragma once

#include "base/Monitor.h"
#include "base/Result.h"
#include "dataset/Dataset.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// A trained model as one file for other programs. Plain values: no LibTorch header is needed to use it.
namespace graft::training {

enum class ExportFormat { Onnx, TorchScript, Safetensors };
std::span<const ExportFormat> exportFormats();
/// "onnx", "torchscript", "safetensors"
std::string_view name(ExportFormat format);
std::optional<ExportFormat> exportFormatNamed(std::string_view name);
/// ".onnx", ".pt", ".safetensors"
std::string_view fileEnding(ExportFormat format);

struct Exported {
    std::filesystem::path file;
    std::filesystem::path sidecar; ///< FILE.json
    double maxDifference = 0;      ///< of all probabilities: the file's against the run's
    std::int64_t images = 0;       ///< compared
    bool noise = false;            ///< the project had none: seeded noise instead
    std::string note{};            ///< what beside the file did not go well
};

/// The model of a run's best checkpoint, written, read back and compared on `images` (their targets do not
/// matter). File and sidecar are there in full or not at all; what was there before goes only then. Recorded
/// in the run's exports.json. Blocks the calling thread.
Result<Exported> exportRun(const std::filesystem::path& runFolder, ExportFormat format,
                           const std::filesystem::path& file, const std::vector<dataset::Item>& images,
                           const Monitor& monitor = {});

} // namespace graft::training
