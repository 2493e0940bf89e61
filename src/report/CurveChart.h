#pragma once

#include "report/Drawing.h"

#include <optional>
#include <vector>

namespace graft::report {

/// One line over the epochs.
struct Curve {
    QString name; ///< for the legend; empty: not in it
    QColor color;
    bool thin = false;               ///< of the training images
    std::vector<QPointF> points;     ///< epoch, value; values that are not finite leave a gap
    std::optional<double> bestEpoch; ///< ringed
};

struct CurveSet {
    QString quantity;          ///< "Accuracy"
    bool share = false;        ///< in per cent, ending at 100 %; else from 0
    std::vector<Curve> curves; ///< the run of the report first
};

/// Axes with round numbers, the curves, and the best epoch of the first curve that has one, with its value.
Drawing drawCurves(const CurveSet& set, double width);
/// Names of the curves beside a piece of line.
Drawing drawLegend(const std::vector<Curve>& curves, double width);

/// 1, 2 or 5 times a power of ten, so that about `parts` steps cover `span`.
double roundStep(double span, int parts);

} // namespace graft::report
