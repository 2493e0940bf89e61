#pragma once

#include "training/Training.h"

#include <QString>

#include <cstdint>
#include <vector>

/// An evaluation in words, tables and files.
namespace graft::ui::evaluation_text {

/// "94.8 % of 153 validation images right" and "(90.0–97.3 %)".
QString headline(const training::Evaluation& evaluation);
QString interval(const metrics::Estimate& estimate); ///< "90.0–97.3 %"
QString
estimate(const metrics::Estimate& estimate); ///< "94.8 % (90.0–97.3 %)"; an en dash where it is not defined
/// Balanced accuracy, macro F1, AUROC and calibration in one line.
QString furtherFigures(const training::Evaluation& evaluation);

/// Truth in rows, prediction in columns, with names. Row-normalised where asked: fractions.
QString matrixTsv(const training::Evaluation& evaluation, bool normalised);
QString matrixCsv(const training::Evaluation& evaluation);
QString classesCsv(const training::Evaluation& evaluation);
/// One row per image: path, truth, predicted, loss, one probability per class.
QString imagesCsv(const training::Evaluation& evaluation);

/// RFC 4180: quoted where it must be.
QString csvField(const QString& text);

} // namespace graft::ui::evaluation_text
