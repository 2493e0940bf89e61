#pragma once

#include "training/Training.h"

#include <torch/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace graft::device {

/// A card where there is one, else the processor.
torch::Device deviceHere();

/// A folder that goes with the object.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// A run on painted stripes of two kinds (24 to learn from, 12 to check), `side` pixels wide, from weights
/// that come of another seed: small networks learn it at once.
training::RunInput stripesRun(const std::filesystem::path& folder, const std::string& model,
                              const std::string& freeze, int side = 64);

/// Trains into `folder`/runs. Throws the error's message.
runs::RunRecord trained(const training::RunInput& input, const std::filesystem::path& folder,
                        std::vector<training::TrainingEvent>* events = nullptr);

/// The values of all epochs, to be compared to the last bit.
std::vector<std::map<std::string, double>> valuesOf(const runs::RunRecord& record);

} // namespace graft::device
