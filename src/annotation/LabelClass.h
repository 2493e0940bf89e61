#pragma once

#include "base/Ids.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace graft::annotation {

/// What a project is about.
enum class TaskKind { Classification, Detection, Segmentation };
/// "classification", "detection", "segmentation": as written in files and on the command line.
std::string_view name(TaskKind task);
std::optional<TaskKind> taskNamed(std::string_view name);

/// Which side of the split an image is on.
enum class Split { None, Train, Validation, Test };
/// "none", "train", "val", "test".
std::string_view name(Split split);
std::optional<Split> splitNamed(std::string_view name);

/// One class a person labels with. The id never changes and is never used again; name and colour may.
struct LabelClass {
    ClassId id;
    std::string name;
    std::uint32_t color = 0; ///< 0xRRGGBB
    int position = 0;        ///< order in lists; the first nine have the keys 1–9

    friend bool operator==(const LabelClass&, const LabelClass&) = default;
};

/// Colour for the `index`-th class (0-based): Okabe–Ito first, then evenly spaced hues in OKLCH. 0xRRGGBB.
std::uint32_t paletteColor(int index);

} // namespace graft::annotation
