#pragma once

#include "training/Training.h"

#include <filesystem>
#include <string>

namespace graft::training {

/// evaluation-<split>.json. An Error where `split` is no plain word.
Result<std::filesystem::path> evaluationFile(const std::filesystem::path& runFolder,
                                             const std::string& split);
Result<> writeEvaluation(const std::filesystem::path& file, const Evaluation& evaluation);
/// Checks that everything fits together.
Result<Evaluation> readEvaluationFile(const std::filesystem::path& file);

} // namespace graft::training
