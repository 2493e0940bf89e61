#pragma once

#include "base/Result.h"

#include <map>
#include <string>
#include <vector>

namespace graft::benchmark {

/// Runs benchmarks/peers/<script> with Debian's Python and gives back the figures it prints, one "name value"
/// a line. An Error says why there are none (Python or a module of it is missing).
Result<std::map<std::string, double>> runPeer(const std::string& script,
                                              const std::vector<std::string>& arguments);

} // namespace graft::benchmark
