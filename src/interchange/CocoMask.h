#pragma once

#include "annotation/Shape.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace graft::interchange {

/// COCO's run lengths (column by column, the first of background) as a mask cut to its foreground. Nothing
/// where they do not fill the image.
std::optional<annotation::Mask> maskFromCocoRuns(int width, int height,
                                                 const std::vector<std::uint32_t>& counts);

/// The compressed string form of such run lengths (LEB128-like, 5 bits a byte, differences to the last but
/// one).
std::optional<std::vector<std::uint32_t>> cocoRunsFromString(std::string_view text);

/// What several polygons cover together, by the even-odd rule at the middle of each pixel.
std::optional<annotation::Mask> maskFromPolygons(int width, int height,
                                                 const std::vector<annotation::Polygon>& polygons);

} // namespace graft::interchange
