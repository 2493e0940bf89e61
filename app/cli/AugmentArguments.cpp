#include "cli/AugmentArguments.h"

#include "dataset/AugmentKinds.h"

namespace graft::cli {

namespace {

using dataset::AugmentKind;
using dataset::AugmentOptions;
using dataset::AugmentUnit;

constexpr const char* kPreset = "augment";
constexpr const char* kNoFlip = "no-flip";

std::string valueName(AugmentUnit unit) {
    switch (unit) {
    case AugmentUnit::Share:
        return translate("CommandLine", "share");
    case AugmentUnit::Degrees:
        return translate("CommandLine", "degrees");
    case AugmentUnit::Pixels:
        return translate("CommandLine", "pixels");
    default:
        return translate("CommandLine", "number");
    }
}

std::string presetNames() {
    std::string names;
    for (const dataset::AugmentPreset& preset : dataset::augmentPresets())
        names += (names.empty() ? "" : ", ") + std::string(preset.name);
    return names;
}

std::string shown(double value) {
    return QString::number(value).toStdString();
}

QCommandLineOption argumentOf(const AugmentKind& kind) {
    if (std::holds_alternative<AugmentKind::Switch>(kind.member))
        return option(kind.argument, kind.tip);
    return option(kind.argument,
                  translate("CommandLine", "%1 From %2 to %3; off: %4.",
                            {kind.tip, shown(kind.low), shown(kind.high), shown(kind.off)}),
                  valueName(kind.unit));
}

} // namespace

QList<QCommandLineOption> augmentArguments() {
    std::string presets =
        translate("CommandLine", "How training images vary, by what they are; the options below change it.");
    for (const dataset::AugmentPreset& preset : dataset::augmentPresets())
        presets += "\n" + std::string(preset.name) + ": " + preset.reason;
    QList<QCommandLineOption> options{option(kPreset, presets, translate("CommandLine", "preset"))};
    for (const AugmentKind& kind : dataset::augmentKinds())
        options.append(argumentOf(kind));
    options.append(option(kNoFlip, translate("CommandLine", "No mirrors, whatever the preset says.")));
    return options;
}

Result<> takeAugmentation(const QCommandLineParser& parser, AugmentOptions& augment) {
    if (has(parser, kPreset)) {
        const auto preset = dataset::augmentPreset(valueOf(parser, kPreset));
        if (!preset)
            return Error{translate("CommandLine", "There is no preset “%1” for --augment. There are: %2.",
                                   {valueOf(parser, kPreset), presetNames()})};
        augment = *preset;
    }
    if (has(parser, kNoFlip))
        augment.horizontalFlip = augment.verticalFlip = false;
    for (const AugmentKind& kind : dataset::augmentKinds()) {
        if (const auto* flag = std::get_if<AugmentKind::Switch>(&kind.member)) {
            augment.*(*flag) = augment.*(*flag) || has(parser, kind.argument);
            continue;
        }
        double& strength = augment.*std::get<AugmentKind::Strength>(kind.member);
        const auto value = realNumber(parser, kind.argument, strength, kind.low, kind.high);
        if (!value)
            return value.error();
        strength = *value;
    }
    return {};
}

} // namespace graft::cli
