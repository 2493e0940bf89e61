#pragma once

#include "metrics/Classification.h"
#include "report/Drawing.h"

#include <QStringList>

namespace graft::report {

/// A confusion matrix: truth in rows, prediction in columns; the darker, the more. Names and figures where
/// they fit.
struct MatrixPicture {
    enum class Values { Counts, RowShares };
    QStringList classes;
    metrics::ConfusionMatrix matrix; ///< square, as many rows as classes
    Values values = Values::Counts;
};
Drawing drawMatrix(const MatrixPicture& picture, double width);

/// A figure and its interval on a scale from 0 to 1.
Drawing drawInterval(const metrics::Estimate& estimate, double width);

} // namespace graft::report
