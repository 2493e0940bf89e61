#pragma once

#include "base/Result.h"
#include "weights/Tensor.h"
#include "zoo/Catalogue.h"

namespace graft::zoo {

/// The tensors the entry's architecture asks for (without its head where the entry has none), in their
/// shapes. An Error that lists what does not fit and, where it is another known architecture, says which.
/// What torchvision keeps beside them (counters, auxiliary heads) is left out.
Result<weights::TensorMap> fitted(const WeightsEntry& entry, weights::TensorMap tensors,
                                  const std::string& file);

} // namespace graft::zoo
