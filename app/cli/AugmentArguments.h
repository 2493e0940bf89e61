#pragma once

#include "cli/Command.h"
#include "dataset/AugmentOptions.h"

namespace graft::cli {

/// The options of `graft train` that say how to vary the training images: a preset, and each change alone.
QList<QCommandLineOption> augmentArguments();

/// The preset in place of `augment`, if one is named; then each change that is. An Error is wrong usage.
Result<> takeAugmentation(const QCommandLineParser& parser, dataset::AugmentOptions& augment);

} // namespace graft::cli
