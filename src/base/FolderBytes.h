#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

namespace graft {

/// What the files below a folder take, links and what cannot be read aside. Where `stop` comes true: what was
/// counted so far. Any thread.
std::uint64_t bytesBelow(const std::filesystem::path& folder, const std::function<bool()>& stop = {});

} // namespace graft
