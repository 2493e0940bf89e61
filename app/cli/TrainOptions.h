#pragma once

#include "cli/Command.h"
#include "training/Options.h"
#include "workflow/Workflow.h"

namespace graft::cli {

/// The options of `graft train` that say how to train; all but --resume.
QList<QCommandLineOption> trainOptions();

/// The recommendation for this project, changed by what the command line says. An Error is wrong usage.
Result<training::TrainingOptions> readTrainOptions(const QCommandLineParser& parser,
                                                   const project::Project& project, const zoo::Zoo& zoo);

} // namespace graft::cli
