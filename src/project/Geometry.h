#pragma once

#include "annotation/Shape.h"

#include <optional>
#include <string>
#include <string_view>

namespace graft::project {

/// A geometry as it stands in the shapes table.
std::string encodeGeometry(const annotation::Geometry& geometry);
/// Nothing when the bytes are not a geometry, or a mask's runs do not fill it.
std::optional<annotation::Geometry> decodeGeometry(std::string_view bytes);

} // namespace graft::project
