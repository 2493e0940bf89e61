#pragma once

#include "metrics/Classification.h"
#include "report/Report.h"

#include <QDateTime>
#include <QString>

#include <optional>

/// Figures and names of a report in the program's language.
namespace graft::report::words {

QString percent(double fraction, int digits = 1);    ///< "94.8 %"; "–" where it is not a number
QString interval(const metrics::Estimate& estimate); ///< "90.0–97.3 %"
QString estimate(const metrics::Estimate& estimate); ///< "94.8 % (90.0–97.3 %)"
QString decimal(double value, int digits);           ///< "–" where it is not a number
QString shortNumber(double value);                   ///< "0.0001", "1e-05": as people write a learning rate
QString count(std::int64_t value);                   ///< "25,557,032"
QString duration(double seconds);                    ///< "12 ms", "1.3 s", "4 min 05 s", "2 h 10 min"
QString bytes(std::uint64_t value);                  ///< "1.2 GB"

QString modelTitle(const std::string& model); ///< "ResNet-50"
bool fromScratch(const training::TrainingOptions& options);
/// "pretrained, all frozen but the head", "from scratch".
QString startingPoint(const training::TrainingOptions& options);
/// "ResNet-50, from scratch".
QString runName(const runs::RunRecord& run);
/// When it started, in local time; invalid where neither log nor id says.
QDateTime started(const runs::RunRecord& run);
QString state(runs::State state);
QString task(const std::string& name);
/// "processor, 2 threads", "CUDA: NVIDIA H100"; runs of earlier versions say it in the language they were
/// trained in. Nothing where the log does not say.
QString device(const std::map<std::string, std::string>& facts);
/// "validation images", "test images".
QString imagesOf(const std::string& split);
QString dateTime(const QDateTime& when);

/// The options a run was started with; nothing where they cannot be read.
std::optional<training::TrainingOptions> optionsOf(const runs::RunRecord& run);
/// A whole number from a log; nothing where the text is not one.
std::optional<std::int64_t> number(const std::string& text);
/// NaN where the epoch has no such value.
double valueOf(const runs::EpochRecord& epoch, const char* name);
const runs::EpochRecord* bestEpoch(const runs::RunRecord& run);

} // namespace graft::report::words
