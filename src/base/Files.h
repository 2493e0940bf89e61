#pragma once

#include "base/Result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graft {

/// The whole file. An Error names the reason (not found, no permission, larger than `limit` bytes).
Result<std::vector<std::byte>> readFile(const std::filesystem::path& path, std::uint64_t limit);
Result<std::string> readTextFile(const std::filesystem::path& path, std::uint64_t limit);

/// Temporary file beside the target, fsync, rename, fsync of the folder: at any instant the target is the old
/// content or the new one, never a part.
Result<> writeFileAtomically(const std::filesystem::path& path, std::span<const std::byte> content);
Result<> writeFileAtomically(const std::filesystem::path& path, std::string_view content);

/// "No space left on device" and its like, in words for a person.
std::string systemErrorText(int errorNumber);

} // namespace graft
