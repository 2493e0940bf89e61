#include "dataset/AugmentKinds.h"

#include "base/Translate.h"
#include "dataset/Elastic.h"

namespace graft::dataset {
namespace {

using enum AugmentGroup;
using enum AugmentUnit;
using Options = AugmentOptions;
using Kinds = std::vector<AugmentKind>;

void addRigid(Kinds& kinds) {
    kinds.push_back(
        {.name = "horizontal_flip",
         .argument = "flip",
         .group = Geometry,
         .member = &Options::horizontalFlip,
         .title = translate("Augmentation", "Mirror left and right"),
         .tip = translate("Augmentation",
                          "Mirrors half of the views left to right: for things that look as natural "
                          "in a mirror; not for text, left and right hands, or X-rays.")});
    kinds.push_back(
        {.name = "vertical_flip",
         .argument = "vertical-flip",
         .group = Geometry,
         .member = &Options::verticalFlip,
         .title = translate("Augmentation", "Mirror top and bottom"),
         .tip = translate("Augmentation", "Mirrors half of the views upside down: for pictures without "
                                          "an up, as through a microscope or from above.")});
    kinds.push_back(
        {.name = "rotation_degrees",
         .argument = "rotate",
         .group = Geometry,
         .member = &Options::rotationDegrees,
         .unit = Degrees,
         .usual = 15,
         .high = 180,
         .title = translate("Augmentation", "Turn"),
         .tip = translate("Augmentation", "Turns by up to so many degrees either way; 180° for pictures "
                                          "without an up.")});
    kinds.push_back(
        {.name = "minimum_scale",
         .argument = "crop",
         .group = Geometry,
         .member = &Options::minimumScale,
         .unit = Share,
         .off = 1,
         .usual = 0.6,
         .low = 0.05,
         .high = 1,
         .title = translate("Augmentation", "Cut out at least"),
         .tip = translate("Augmentation", "Shows a part of at least this share of the area, so that size "
                                          "and place matter less; not so small that the thing is missed.")});
}

void addGeometry(Kinds& kinds) {
    kinds.push_back(
        {.name = "scale",
         .argument = "scale",
         .group = Geometry,
         .member = &Options::scale,
         .unit = Share,
         .usual = 0.2,
         .high = 1,
         .title = translate("Augmentation", "Nearer and farther"),
         .tip = translate("Augmentation", "Shows things up to this much larger or smaller; not where the "
                                          "size tells the classes apart.")});
    kinds.push_back(
        {.name = "translate",
         .argument = "translate",
         .group = Geometry,
         .member = &Options::translate,
         .unit = Share,
         .usual = 0.1,
         .high = 0.5,
         .title = translate("Augmentation", "Move"),
         .tip = translate("Augmentation", "Moves the picture by up to this share of its side: where "
                                          "things are not always in the middle.")});
    kinds.push_back(
        {.name = "shear_degrees",
         .argument = "shear",
         .group = Geometry,
         .member = &Options::shearDegrees,
         .unit = Degrees,
         .usual = 10,
         .high = 45,
         .title = translate("Augmentation", "Lean"),
         .tip = translate("Augmentation", "Leans the picture by up to so many degrees, as handwriting "
                                          "leans; not where angles are measured.")});
    kinds.push_back(
        {.name = "perspective",
         .argument = "perspective",
         .group = Geometry,
         .member = &Options::perspective,
         .unit = Share,
         .usual = 0.2,
         .high = 0.5,
         .title = translate("Augmentation", "Perspective"),
         .tip = translate("Augmentation", "Looks from another side, for flat things that a camera does "
                                          "not always face; not for microscopes and scanners.")});
    kinds.push_back(
        {.name = "elastic",
         .argument = "elastic",
         .group = Geometry,
         .member = &Options::elastic,
         .unit = Share,
         .usual = 0.04,
         .high = Elastic::kMost,
         .title = translate("Augmentation", "Bend (elastic)"),
         .tip = translate("Augmentation", "Bends the picture softly, as tissue and cells bend; not for "
                                          "rigid things.")});
}

void addLight(Kinds& kinds) {
    kinds.push_back(
        {.name = "brightness",
         .argument = "brightness",
         .group = Colour,
         .member = &Options::brightness,
         .unit = Share,
         .usual = 0.2,
         .high = 0.95,
         .title = translate("Augmentation", "Brightness"),
         .tip = translate("Augmentation", "Lighter or darker by up to this share: for uneven light.")});
    kinds.push_back(
        {.name = "contrast",
         .argument = "contrast",
         .group = Colour,
         .member = &Options::contrast,
         .unit = Share,
         .usual = 0.2,
         .high = 0.95,
         .title = translate("Augmentation", "Contrast"),
         .tip = translate("Augmentation", "Flatter or harder by up to this share: for haze, and cameras "
                                          "that differ.")});
    kinds.push_back(
        {.name = "gamma",
         .argument = "gamma",
         .group = Colour,
         .member = &Options::gamma,
         .unit = Share,
         .usual = 0.3,
         .high = 2,
         .title = translate("Augmentation", "Gamma"),
         .tip = translate("Augmentation", "Lighter or darker midtones, with black and white as they were: "
                                          "for exposure that differs, as on X-rays.")});
    kinds.push_back(
        {.name = "clahe",
         .argument = "clahe",
         .group = Colour,
         .member = &Options::clahe,
         .usual = 3,
         .high = 10,
         .title = translate("Augmentation", "Local contrast (CLAHE)"),
         .tip = translate("Augmentation", "Brings out detail in dark and bright places with a clip limit "
                                          "of up to this; not where the brightness itself is the sign.")});
}

void addColour(Kinds& kinds) {
    kinds.push_back(
        {.name = "saturation",
         .argument = "saturation",
         .group = Colour,
         .member = &Options::saturation,
         .unit = Share,
         .usual = 0.2,
         .high = 1,
         .title = translate("Augmentation", "Strength of colours"),
         .tip = translate("Augmentation", "Paler or stronger colours by up to this share: for stains and "
                                          "cameras that differ.")});
    kinds.push_back(
        {.name = "hue",
         .argument = "hue",
         .group = Colour,
         .member = &Options::hue,
         .unit = Share,
         .usual = 0.05,
         .high = 0.5,
         .title = translate("Augmentation", "Shade of colours (hue)"),
         .tip = translate("Augmentation", "Turns the colour circle by up to this share of it; a few per "
                                          "cent, and none where the colour tells the classes apart.")});
}

void addQuality(Kinds& kinds) {
    kinds.push_back(
        {.name = "blur",
         .argument = "blur",
         .group = Quality,
         .member = &Options::blur,
         .unit = Pixels,
         .usual = 1.5,
         .high = 10,
         .title = translate("Augmentation", "Blur"),
         .tip = translate("Augmentation", "Out of focus by a Gaussian of up to so many pixels of what the "
                                          "network sees; not where fine texture is the sign.")});
    kinds.push_back(
        {.name = "noise",
         .argument = "noise",
         .group = Quality,
         .member = &Options::noise,
         .unit = Share,
         .usual = 0.05,
         .high = 0.5,
         .title = translate("Augmentation", "Noise"),
         .tip = translate("Augmentation", "Grain of up to this share of the range from black to white, as "
                                          "in poor light.")});
    kinds.push_back(
        {.name = "jpeg_quality",
         .argument = "jpeg",
         .group = Quality,
         .member = &Options::jpegQuality,
         .off = 100,
         .usual = 50,
         .low = 5,
         .high = 100,
         .title = translate("Augmentation", "JPEG quality at least"),
         .tip = translate("Augmentation", "Saves views as JPEG down to this quality: where pictures will "
                                          "come from phones and the web.")});
    kinds.push_back(
        {.name = "cut_out",
         .argument = "cutout",
         .group = Erase,
         .member = &Options::cutOut,
         .unit = Share,
         .usual = 0.2,
         .high = 0.8,
         .title = translate("Augmentation", "Cover a part (cut-out)"),
         .tip = translate("Augmentation", "Covers a rectangle of up to this share of the area, so that no "
                                          "single detail decides; not where one small detail must.")});
    kinds.push_back(
        {.name = "trivial_augment",
         .argument = "trivial",
         .group = Automatic,
         .member = &Options::trivialAugment,
         .title = translate("Augmentation", "One more at random (TrivialAugment)"),
         .tip = translate("Augmentation", "Each view gets one change out of fourteen, at a random "
                                          "strength, from none to very strong.")});
}

} // namespace

bool AugmentKind::on(const AugmentOptions& options) const {
    if (const auto* strength = std::get_if<Strength>(&member))
        return options.*(*strength) != off;
    return options.*std::get<Switch>(member);
}

std::vector<AugmentKind> augmentKinds() {
    Kinds kinds;
    addRigid(kinds);
    addGeometry(kinds);
    addLight(kinds);
    addColour(kinds);
    addQuality(kinds);
    return kinds;
}

bool basicOnly(const AugmentOptions& options) {
    const AugmentOptions basic{options.horizontalFlip, options.verticalFlip, options.rotationDegrees,
                               options.minimumScale,   options.brightness,   options.contrast,
                               options.saturation};
    return options == basic;
}

std::vector<AugmentPreset> augmentPresets() {
    return {
        {"none",
         {},
         translate("Augmentation", "None"),
         translate("Augmentation",
                   "Every epoch shows the same pixels: the quickest, and enough for a first look.")},
        {"photo",
         {.horizontalFlip = true, .minimumScale = 0.6, .brightness = 0.2, .contrast = 0.2, .saturation = 0.2},
         translate("Augmentation", "Photographs"),
         translate("Augmentation",
                   "What a photograph shows stays the same in a mirror, nearer or farther, and in "
                   "another light.")},
        {"microscopy",
         {.horizontalFlip = true,
          .verticalFlip = true,
          .rotationDegrees = 180,
          .brightness = 0.1,
          .contrast = 0.15,
          .saturation = 0.2,
          .scale = 0.1,
          .hue = 0.02,
          .blur = 1},
         translate("Augmentation", "Microscopy"),
         translate("Augmentation",
                   "Under a microscope there is neither up nor left, so all turns and both mirrors; "
                   "stain and focus differ a little from slide to slide.")},
        {"radiology",
         {.rotationDegrees = 7,
          .brightness = 0.1,
          .contrast = 0.15,
          .scale = 0.1,
          .translate = 0.05,
          .gamma = 0.2,
          .noise = 0.02},
         translate("Augmentation", "Radiology"),
         translate("Augmentation",
                   "No mirrors, because left and right mean something; only how a patient lies and "
                   "how an exposure falls differs.")},
        {"trivialaugment",
         {.horizontalFlip = true, .minimumScale = 0.6, .trivialAugment = true},
         translate("Augmentation", "TrivialAugment"),
         translate("Augmentation",
                   "Besides mirror and crop one random change of random strength for each view: "
                   "strong, and nothing to tune, for photographs.")},
    };
}

std::optional<AugmentOptions> augmentPreset(std::string_view name) {
    for (const AugmentPreset& preset : augmentPresets())
        if (preset.name == name)
            return preset.options;
    return std::nullopt;
}

} // namespace graft::dataset
