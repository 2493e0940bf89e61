#pragma once

#include "cli/Console.h"

#include "project/Project.h"
#include "training/Training.h"

#include <QCommandLineParser>
#include <QList>

namespace graft::cli {

/// --repeat of `graft train`: the same run over several seeds; --folds: a cross-validation. Both for the mean
/// and how far it varies.
QList<QCommandLineOption> repeatArguments();

struct Repeats {
    int seeds = 1; ///< they count up from --seed
    int folds = 1; ///< 1: the split as it is
};
Result<Repeats> repeatsOf(const QCommandLineParser& parser);

/// Every fold with every seed. Ends with the first run that does not finish.
int trainRepeatedly(const training::RunInput& input, const project::Project& project, const Repeats& repeats,
                    Console& console);

/// What is left of the series of `run`: that run first, then all that have not finished or not begun, with
/// the same options. `input`: of an ordinary run with them.
int resumeSeries(const training::RunInput& input, const project::Project& project, const runs::RunRecord& run,
                 Console& console);

} // namespace graft::cli
