#pragma once

#include "cli/Console.h"

#include "project/Project.h"
#include "training/Training.h"

#include <QCommandLineParser>
#include <QList>

namespace graft::cli {

/// --repeat of `graft train`: the same run over several seeds, for the mean and how far it varies.
QList<QCommandLineOption> repeatArguments();
/// How many runs; 1 where nothing is said. Seeds count up from --seed.
Result<int> repeatsOf(const QCommandLineParser& parser);
/// Ends with the first run that does not finish.
int trainRepeatedly(training::RunInput input, const project::Project& project, int times, Console& console);

} // namespace graft::cli
