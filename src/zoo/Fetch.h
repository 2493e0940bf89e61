#pragma once

#include "zoo/Failure.h"
#include "zoo/Store.h"

#include <variant>

namespace graft::zoo {

using FetchResult = std::variant<StoredWeights, Failure>;

/// Gets the entry from one of its sources, converts it and keeps it. Folder sources are not for this.
FetchResult fetchFrom(const WeightsSource& source, const WeightsEntry& entry, const Store& store,
                      const Zoo::Places& places, const Monitor& monitor);

/// One message for a person out of why each source failed.
Error explain(const WeightsEntry& entry, const std::vector<Failure>& failures);

} // namespace graft::zoo
