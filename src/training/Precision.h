#pragma once

#include <optional>
#include <string_view>

namespace graft::training {

/// What the frozen part of a network is computed in.
enum class Precision { Float32, Bfloat16 };

/// "float32", "bfloat16".
std::string_view nameOf(Precision precision);
std::optional<Precision> precisionNamed(std::string_view name);

} // namespace graft::training
