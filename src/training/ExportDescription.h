#pragma once

#include "training/Export.h"
#include "training/ModelFile.h"

#include <map>
#include <string>

// What an exported file says of itself.
namespace graft::training {

struct ExportFacts {
    ExportFormat format = ExportFormat::Onnx;
    std::string run;
    std::string version; ///< of this program
};

/// The model's description with what its input and output are: one JSON object, which modelFromJson() reads
/// too.
std::string describeExport(const ModelFile& model, const ExportFacts& facts);
/// The same and how well the file agrees with the run: the sidecar.
std::string describeExport(const ModelFile& model, const ExportFacts& facts, const Exported& exported);
/// The same in parts that need no parsing, for ONNX's metadata_props and safetensors' __metadata__.
std::map<std::string, std::string> exportMetadata(const ModelFile& model, const ExportFacts& facts);

/// Adds the export to exports.json in the run's folder: a JSON array, the newest last.
Result<> recordExport(const std::filesystem::path& runFolder, const ExportFacts& facts,
                      const Exported& exported);

} // namespace graft::training
