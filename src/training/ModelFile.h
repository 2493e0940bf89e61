#pragma once

#include "dataset/Dataset.h"
#include "graph/Architectures.h"
#include "training/Precision.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace graft::training {

/// checkpoints/model.json: what beside the tensors makes a trained model.
struct ModelFile {
    std::string architecture;
    graph::BuildOptions build; ///< with the new head
    std::vector<std::string> classes;
    std::vector<std::int64_t> classIds{}; ///< as ModelClasses::ids
    dataset::Preprocessing preprocessing;
    std::string freeze;
    bool frozenApart = false;                 ///< the frozen tensors are in frozen.safetensors
    Precision precision = Precision::Float32; ///< of the frozen part
    /// Of the steps that taught the rest: for a run that goes on.
    Precision learningPrecision = Precision::Float32;
    std::string weights; ///< catalogue id of what it started from; empty: from scratch
    std::string weightsSha256;
    std::string data; ///< fingerprint of the images and classes it learns from

    graph::Graph buildGraph() const;
};

/// The text of model.json; exported models carry the same.
std::string toJson(const ModelFile& model);
/// Unknown keys are passed over. `file` is what messages call it.
Result<ModelFile> modelFromJson(const std::string& json, const std::string& file);

Result<> writeModelFile(const std::filesystem::path& file, const ModelFile& model);
/// Checks every value: what it returns can be built.
Result<ModelFile> readModelFile(const std::filesystem::path& file);

} // namespace graft::training
