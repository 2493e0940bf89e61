#pragma once

#include "weights/Files.h"
#include "weights/Pickle.h"

#include <functional>

namespace graft::weights {

/// The bytes of a storage by its key; they live as long as the reader of the container.
using FindStorage = std::function<Result<const ByteSource*>(const pickle::Storage&)>;

/// The named tensors of a pickled state dict, or of the one inside a checkpoint, dense. A prefix "module." on
/// every name (DataParallel) is dropped.
Result<WeightsFile> readStateDict(const ByteSource& source, const pickle::Document& document,
                                  const FindStorage& find, const ReadLimits& limits);

} // namespace graft::weights
