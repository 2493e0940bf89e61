#pragma once

#include "Fixture.h"

#include "engine/Network.h"
#include "weights/Files.h"

namespace graft::test {

/// Weights as someone might have trained them: the network's own initialisation from another seed, with
/// BatchNorm statistics that are not the initial ones.
inline training::PretrainedWeights pretrained(const std::filesystem::path& folder, const std::string& model) {
    training::PretrainedWeights weights{
        .id = model + ".test", .file = folder / (model + ".safetensors"), .sha256 = "of " + model};
    engine::Network network(graph::findArchitecture(model)->build({}), 77);
    weights::TensorMap tensors = network.save();
    for (auto& [name, tensor] : tensors)
        if (name.ends_with("running_mean"))
            tensor =
                weights::fromFloats(tensor.shape, std::vector<float>(std::size_t(tensor.elements()), 0.01f));
    std::filesystem::create_directories(folder);
    if (!weights::writeSafetensors(weights.file, tensors))
        qFatal("cannot write %s", weights.file.c_str());
    return weights;
}

inline training::RunInput pretrainedRun(const std::filesystem::path& folder, const std::string& model,
                                        const std::string& freeze) {
    training::RunInput input = smallRun(folder, model);
    input.weights = pretrained(folder, model);
    input.options.weights = input.weights->id;
    input.options.freeze = freeze;
    return input;
}

} // namespace graft::test
