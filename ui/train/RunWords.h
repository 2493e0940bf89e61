#pragma once

#include "runs/Run.h"
#include "training/Options.h"

#include <QDateTime>
#include <QString>

#include <optional>

/// How a run is named and described everywhere in the window, in the program's language.
namespace graft::ui::run_words {

QString modelTitle(const std::string& model); ///< "ResNet-50"
/// "frozen up to layer3", "all of it frozen but the head", "nothing frozen", "from scratch".
QString startingPoint(const training::TrainingOptions& options);
QString recipeTitle(const training::TrainingOptions& options); ///< "Quick", "Best", "Custom"
/// When it started, from its id; invalid where the id does not say.
QDateTime started(const std::string& runId);
QString title(const runs::RunRecord& run); ///< "ResNet-50 · 24 Nov 09:30"
QString state(runs::State state);
QString place(const runs::Series& series); ///< "fold 2 of 5", "seed 2 of 5"
/// "Finished · best 94.8 % · 30 epochs", "Finished · fold 2 of 5 · best 94.8 % · 30 epochs".
QString summary(const runs::RunRecord& run);

/// The training curve is of the newest weights, the validation curve of others, which are kept.
bool keepsOtherWeights(const training::TrainingOptions& options);

std::optional<double> value(const runs::EpochRecord& epoch, const char* name);
const runs::EpochRecord* bestEpoch(const std::vector<runs::EpochRecord>& epochs, std::optional<int> best);
std::optional<double> bestAccuracy(const runs::RunRecord& run);
/// It ended before its last epoch; where it failed, behind a checkpoint.
bool resumable(const runs::RunRecord& run);
/// A checkpoint is there to look at.
bool evaluable(const runs::RunRecord& run);

QString percent(double fraction); ///< "94.8 %"; an en dash where it is not a number

} // namespace graft::ui::run_words
