#pragma once

#include "dataset/AugmentOptions.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace graft::dataset {

enum class AugmentGroup { Geometry, Colour, Quality, Erase, Automatic };

/// What the number of a strength counts.
enum class AugmentUnit { None, Share, Degrees, Pixels };

/// One kind of change: a row of the form, an option of the command line, a field of options.json.
struct AugmentKind {
    using Switch = bool AugmentOptions::*;
    using Strength = double AugmentOptions::*;

    const char* name;     ///< in options.json
    const char* argument; ///< of `graft train`, without the dashes
    AugmentGroup group;
    std::variant<Switch, Strength> member;
    AugmentUnit unit = AugmentUnit::None;
    double off = 0;   ///< the strength that changes nothing
    double usual = 0; ///< a strength to begin with
    double low = 0;   ///< least and greatest that may be given, `off` included
    double high = 0;
    std::string title; ///< a few words for a person
    std::string tip;   ///< one sentence: what it does and what for

    bool on(const AugmentOptions& options) const;
};

/// All of them, in the order in which a person reads them, in the language of the program.
std::vector<AugmentKind> augmentKinds();

/// Nothing but flips, rotation, crop, brightness, contrast and saturation: what runs and caches knew first.
bool basicOnly(const AugmentOptions& options);

/// A choice that suits a kind of images.
struct AugmentPreset {
    const char* name;
    AugmentOptions options;
    std::string title;
    std::string reason; ///< one sentence
};
std::vector<AugmentPreset> augmentPresets();
/// Nothing where there is no preset of this name.
std::optional<AugmentOptions> augmentPreset(std::string_view name);

} // namespace graft::dataset
