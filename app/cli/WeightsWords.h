#pragma once

#include "cli/Console.h"
#include "zoo/Zoo.h"

namespace graft::cli {

QJsonObject weightsToJson(const zoo::WeightsEntry& entry, const zoo::Zoo& zoo);

/// An entry by its id; "default" is the one to start with. An Error names what comes near.
Result<const zoo::WeightsEntry*> chooseWeights(const zoo::Zoo& zoo, const std::string& id);

/// What is here, else what can be fetched; says on stderr what is fetched, from where and under which
/// licence.
Result<zoo::StoredWeights> obtain(const zoo::WeightsEntry& entry, const zoo::Zoo& zoo,
                                  const Console& console);

} // namespace graft::cli
