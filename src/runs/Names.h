#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "runs/Run.h"

namespace graft::runs {

inline constexpr const char* kOptionsFile = "options.json";
inline constexpr const char* kLogFile = "log.jsonl";
inline constexpr const char* kSeriesFile = "series.json";

/// "20261124-093011-resnet50": local time and what is left of `name` when everything that is not plain ASCII
/// letters, digits, '.', '_' and '-' is gone.
std::string newId(const std::string& name, std::chrono::system_clock::time_point when);
/// "2026-11-24T09:30:11.042Z".
std::string utcText(std::chrono::system_clock::time_point when);
/// The state a closing line may name.
std::optional<State> closingState(std::string_view name);
/// "runs/x/" is "runs/x": only then has it a file name.
std::filesystem::path withoutSlash(const std::filesystem::path& folder);

} // namespace graft::runs
