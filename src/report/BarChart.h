#pragma once

#include "metrics/Classification.h"
#include "report/Drawing.h"

#include <vector>

namespace graft::report {

struct Bar {
    QString name;
    metrics::Estimate share; ///< with its interval as a whisker where that is known
    QColor color;
};
/// Shares beside each other on one scale from 0 to 100 %.
Drawing drawBars(const std::vector<Bar>& bars, double width);

} // namespace graft::report
