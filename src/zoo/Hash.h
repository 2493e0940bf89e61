#pragma once

#include "base/Monitor.h"
#include "base/Result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace graft::zoo {

/// SHA-256 of a file, 64 lower-case digits. Reports bytes under `activity`.
Result<std::string> sha256Of(const std::filesystem::path& file, const Monitor& monitor = {},
                             const std::string& activity = {});
/// `expected` may be the beginning of the hash only, of at least eight digits.
bool hashMatches(std::string_view hash, std::string_view expected);

/// What long work returns after a stop was asked for.
Error stopped();

} // namespace graft::zoo
