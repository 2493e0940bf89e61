#pragma once

#include "base/Result.h"
#include "weights/Tensor.h"
#include "zoo/Catalogue.h"

#include <filesystem>

namespace graft::zoo {

/// The tensors of a fetched file or package, with torchvision's names and in the shapes of the entry's
/// architecture.
Result<weights::TensorMap> contentsOf(const WeightsEntry& entry, const WeightsSource& source,
                                      const std::filesystem::path& file);
/// The same for a file a person chose: of any known kind, or one of the entry's packages.
Result<weights::TensorMap> contentsOf(const WeightsEntry& entry, const std::filesystem::path& file);

} // namespace graft::zoo
